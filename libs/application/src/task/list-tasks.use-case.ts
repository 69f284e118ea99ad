import type { Queue } from '@hotline/domain';
import { arrayOf } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { queuesOf } from './queues.ts';
import { TASK_QUERY, taskView, type TaskRow, type TaskView } from './task-view.ts';

export interface ListTasksInput extends PageInput {
  /** Only the actor's own; otherwise all of his queues. */
  readonly mine?: boolean;
  readonly queue?: Queue;
  readonly caseNumber?: string;
  readonly status?: 'open' | 'taken' | 'done' | 'settled';
}

/** Tasks, oldest due first; those without a due come last. Without a status, the ones still to be done. */
export async function listTasks(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: ListTasksInput,
): Promise<Page<TaskView>> {
  const queues = queuesOf(context.actor).filter((queue) => !input.queue || queue === input.queue);
  const where = ['t.queue = any(?)', 't.status = any(?)'];
  const values: unknown[] = [arrayOf(queues), arrayOf(input.status ? [input.status] : ['open', 'taken'])];
  if (input.mine) {
    where.push('t.assignee_id = ?');
    values.push(context.actor.userId);
  }
  if (input.caseNumber) {
    where.push(`split_part(t.stream, '-', 1) = ?`);
    values.push(input.caseNumber);
  }
  if (input.after) {
    where.push(`(coalesce(t.due_at, 'infinity'), t.id) > (?::timestamptz, ?::uuid)`);
    values.push(...readCursor(input.after));
  }
  const rows = await context.orm.em
    .fork()
    .execute<TaskRow[]>(
      `${TASK_QUERY} where ${where.join(' and ')} order by coalesce(t.due_at, 'infinity'), t.id limit ?`,
      [...values, input.limit + 1],
    );
  const page = pageOf(
    rows,
    input.limit,
    (row) => `${row.due_at ? new Date(row.due_at).toISOString() : 'infinity'}_${row.id}`,
  );
  return { ...page, items: page.items.map(taskView) };
}

function readCursor(cursor: string): [string, string] {
  const [due, id] = cursor.split('_');
  const isDue =
    due === 'infinity' ||
    (due !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(due) && !Number.isNaN(Date.parse(due)));
  if (!isDue || !id || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new AppError('list.bad-cursor');
  return [due, id];
}
