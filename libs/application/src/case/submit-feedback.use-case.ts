import type { ContactMethod, Instant, Outcome } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface SubmitFeedbackInput extends AssignmentInput {
  readonly outcome: Outcome;
  readonly text: string;
  readonly contactedAt: Instant;
  readonly contactMethod: ContactMethod;
  readonly booksReviewAt?: Instant;
}

/** 反馈: the unit has contacted and answered the citizen, and reports. */
export function submitFeedback(context: UseCaseContext, input: SubmitFeedbackInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'submit-feedback',
    assignmentId: input.assignmentId,
    outcome: input.outcome,
    text: await text(input.caseNumber, input.text),
    contactedAt: input.contactedAt,
    contactMethod: input.contactMethod,
    ...(input.booksReviewAt ? { booksReviewAt: input.booksReviewAt } : {}),
  }));
}
