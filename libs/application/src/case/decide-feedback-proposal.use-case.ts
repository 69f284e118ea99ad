import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface DecideFeedbackProposalInput extends AssignmentInput {
  readonly approved: boolean;
  readonly text?: string;
}

/** 负责人审批: the unit's head, or who stands in for him, lets the feedback go out or sends it back. */
export function decideFeedbackProposal(
  context: UseCaseContext,
  { caseNumber, assignmentId, approved, text }: DecideFeedbackProposalInput,
): Promise<CaseView> {
  return onCase(context, caseNumber, async (transaction) => ({
    type: 'decide-feedback-proposal',
    assignmentId,
    approved,
    ...(text ? { text: await transaction.text(caseNumber, text) } : {}),
  }));
}
