import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface ReviewFeedbackInput extends AssignmentInput {
  readonly accepted: boolean;
  /** Answers to the policy's check list; what is left out is taken from the ledger, or stays unchecked. */
  readonly checks?: readonly { readonly item: string; readonly passed: boolean }[];
  readonly text?: string;
}

/** 审核: accepts feedback, or sends it back with the reason. */
export function reviewFeedback(context: UseCaseContext, input: ReviewFeedbackInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'review',
    assignmentId: input.assignmentId,
    accepted: input.accepted,
    ...(input.checks ? { checks: input.checks } : {}),
    ...(input.text ? { text: await text(input.caseNumber, input.text) } : {}),
  }));
}
