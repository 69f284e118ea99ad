import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { TRAINING_SERIES, type Queue } from '@hotline/domain';
import { arrayOf } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { viewCallers } from '../intake/view-intake.ts';
import { queuesAt } from '../people/absences.ts';
import { databaseClock } from '../use-case/clock.ts';
import { isOwnInstant, pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { TASK_QUERY, taskView, type TaskRow, type TaskView } from './task-view.ts';

export interface ListTasksInput extends PageInput {
  /** Only the actor's own; otherwise all of his queues. */
  readonly mine?: boolean;
  readonly queue?: Queue;
  readonly caseNumber?: string;
  readonly status?: 'open' | 'taken' | 'done' | 'settled';
}

/**
 * Tasks of his queues and of whom he stands in for, oldest due first; those without a due come last. Without a status, the ones still to be done. Those of a training
 * are found by its number alone.
 */
export async function listTasks(
  context: Pick<UseCaseContext, 'orm' | 'actor'> & Partial<Pick<UseCaseContext, 'clock'>>,
  input: ListTasksInput,
): Promise<Page<TaskView>> {
  const em = context.orm.em.fork();
  const now = await (context.clock ?? databaseClock).now(em);
  const all = await queuesAt(em, context.actor, now);
  const queues = all.filter((queue) => !input.queue || queue === input.queue);
  const where = ['t.queue = any(?)', 't.status = any(?)'];
  const values: unknown[] = [arrayOf(queues), arrayOf(input.status ? [input.status] : ['open', 'taken'])];
  if (input.mine) {
    where.push('t.assignee_id = ?');
    values.push(context.actor.userId);
  }
  if (input.caseNumber) {
    where.push(`split_part(t.stream, '-', 1) = ?`);
    values.push(input.caseNumber);
  } else {
    where.push('t.stream not like ?');
    values.push(`${TRAINING_SERIES}%`);
  }
  if (input.after) {
    where.push(`(coalesce(t.due_at, 'infinity'), t.id) > (?::timestamptz, ?::uuid)`);
    values.push(...readCursor(input.after));
  }
  const rows = await em.execute<TaskRow[]>(
    `${TASK_QUERY} where ${where.join(' and ')} order by coalesce(t.due_at, 'infinity'), t.id limit ?`,
    [...values, input.limit + 1],
  );
  const page = pageOf(
    rows,
    input.limit,
    (row) => `${row.due_at ? new Date(row.due_at).toISOString() : 'infinity'}_${row.id}`,
  );
  return { ...page, items: await withCallers(em, page.items.map(taskView)) };
}

/** 一次回访: whoever called about a case, or about one merged into it, is called back with it. */
async function withCallers(em: SqlEntityManager, tasks: readonly TaskView[]): Promise<TaskView[]> {
  const calledBack = tasks.flatMap(({ kind, caseNumber }) => (kind === 'callback' && caseNumber ? [caseNumber] : []));
  const callers = await viewCallers(em, calledBack);
  return tasks.map((task) => {
    const his = task.kind === 'callback' && task.caseNumber ? callers.get(task.caseNumber) : undefined;
    return his && his.length > 1 ? { ...task, callers: his } : task;
  });
}

function readCursor(cursor: string): [string, string] {
  const [due, id] = cursor.split('_');
  const isDue = due === 'infinity' || isOwnInstant(due);
  if (!isDue || !id || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new AppError('list.bad-cursor');
  return [due, id];
}
