import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { answeredAs, type AnsweredInput, type AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

/** 签收 by the unit, or entered for a unit that is not online. */
export function acknowledgeAssignment(
  context: UseCaseContext,
  input: AssignmentInput & AnsweredInput,
): Promise<CaseView> {
  return onCase(context, input.caseNumber, async (transaction) => ({
    type: 'acknowledge',
    assignmentId: input.assignmentId,
    ...(await answeredAs(transaction, input)),
  }));
}
