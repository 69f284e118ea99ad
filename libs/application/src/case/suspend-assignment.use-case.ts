import type { Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface SuspendAssignmentInput extends AssignmentInput {
  readonly cause: string;
  readonly reviewAt: Instant;
  readonly text: string;
}

/** 挂起, for a cause the policy names, until a review instant. */
export function suspendAssignment(context: UseCaseContext, input: SuspendAssignmentInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'suspend',
    assignmentId: input.assignmentId,
    cause: input.cause,
    reviewAt: input.reviewAt,
    text: await text(input.caseNumber, input.text),
  }));
}
