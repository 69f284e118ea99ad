import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { onTask } from './on-task.ts';
import type { TaskView } from './task-view.ts';

/** Takes a task of one's queue; taking it again changes nothing. Errors: task.taken-by-another, task.ended. */
export function takeTask(context: UseCaseContext, input: { readonly taskId: string }): Promise<TaskView> {
  return onTask(context, input.taskId, (task, { actor, now }) => {
    if (task.status === 'done' || task.status === 'settled') throw new AppError('task.ended');
    if (task.status === 'taken' && task.assigneeId !== actor.userId) throw new AppError('task.taken-by-another');
    return { status: 'taken', assigneeId: actor.userId, takenAt: task.takenAt ?? new Date(now) };
  });
}
