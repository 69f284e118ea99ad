import type { ContactMethod, Instant, Outcome } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { answeredAs, type AnsweredInput, type AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { isHeadThere } from '../people/acting.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { onCase } from './on-case.ts';
import { UnitEntity } from '@hotline/persistence';

export interface SubmitFeedbackInput extends AssignmentInput, AnsweredInput {
  readonly outcome: Outcome;
  readonly text: string;
  readonly contactedAt: Instant;
  readonly contactMethod: ContactMethod;
  readonly booksReviewAt?: Instant;
}

/** 反馈: the unit has contacted and answered the citizen, and reports; where it wants so, to its own head first. */
export function submitFeedback(context: UseCaseContext, input: SubmitFeedbackInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async (transaction) => ({
    type: 'submit-feedback',
    assignmentId: input.assignmentId,
    outcome: input.outcome,
    text: await transaction.text(input.caseNumber, input.text),
    contactedAt: input.contactedAt,
    contactMethod: input.contactMethod,
    ...(input.booksReviewAt ? { booksReviewAt: input.booksReviewAt } : {}),
    ...((await needsHead(transaction)) ? { needsHead: true as const } : {}),
    ...(await answeredAs(transaction, input)),
  }));
}

/** The unit wants its head's approval, and there is somebody to give it. */
async function needsHead({ em, actor, now }: Transaction): Promise<boolean> {
  if (actor.role !== 'unit-handler' || !actor.unitId) return false;
  const wanted = await em.count(UnitEntity, { id: actor.unitId, headApproves: true });
  return wanted > 0 && isHeadThere(em, actor.unitId, now);
}
