import { AppError } from '../app-error.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { onTask } from './on-task.ts';
import type { TaskView } from './task-view.ts';

/** Finishes a task with what came of it. Errors: task.taken-by-another, task.ended, text.not-storable. */
export function finishTask(
  context: UseCaseContext,
  input: { readonly taskId: string; readonly outcome: string },
): Promise<TaskView> {
  return onTask(context, input.taskId, (task, { actor, now }) => {
    ensureStorable(input.outcome);
    if (task.status === 'done' || task.status === 'settled') throw new AppError('task.ended');
    if (task.status === 'taken' && task.assigneeId !== actor.userId) throw new AppError('task.taken-by-another');
    const at = new Date(now);
    return {
      status: 'done',
      assigneeId: actor.userId,
      takenAt: task.takenAt ?? at,
      endedAt: at,
      outcome: input.outcome,
    };
  });
}
