import { LockMode } from '@mikro-orm/core';
import { TaskEntity, type Task } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { isAway, queuesAt } from '../people/absences.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { TASK_QUERY, taskView, type TaskRow, type TaskView } from './task-view.ts';

/** A person's action on a task of his queues. Errors: task.not-found, and what the change refuses. */
export function onTask(
  context: UseCaseContext,
  taskId: string,
  change: (task: Task, transaction: Transaction) => Partial<Task>,
): Promise<TaskView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    const task = await em.findOne(
      TaskEntity,
      { id: taskId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
    );
    if (!task || !(await queuesAt(em, actor, now)).includes(task.queue)) throw new AppError('task.not-found');
    // Nothing waits on an absent person: what he had taken is anybody's of the queue.
    const { assigneeId } = task;
    const isLeft = task.status === 'taken' && typeof assigneeId === 'string' && (await isAway(em, assigneeId, now));
    const free = isLeft ? { ...task, status: 'open' as const, assigneeId: null, takenAt: null } : task;
    await em.nativeUpdate(TaskEntity, { id: taskId }, change(free, transaction));
    const [row] = await em.execute<TaskRow[]>(`${TASK_QUERY} where t.id = ?`, [taskId]);
    if (!row) throw new AppError('task.not-found');
    return taskView(row);
  });
}
