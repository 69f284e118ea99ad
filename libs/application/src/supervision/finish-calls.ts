import type { AssignmentInput } from '../case/assignment-input.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** Finishes the open calls of the supervision room about one duty: whoever called has done them, with what was said. */
export async function finishCalls(
  { em, now, actor }: Pick<Transaction, 'em' | 'now' | 'actor'>,
  { caseNumber, assignmentId }: AssignmentInput,
  outcome: string,
): Promise<void> {
  await em.execute(
    `update task set status = 'done', assignee_id = ?, taken_at = coalesce(taken_at, ?), ended_at = ?, outcome = ?
     where stream = ? and starts_with(subject, ?) and queue = 'supervision' and kind like 'phone-%' and status in ('open', 'taken')`,
    [actor.userId, new Date(now), new Date(now), outcome, caseNumber, `${assignmentId}/`],
  );
}
