import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { answeredAs, type AnsweredInput, type AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface ReturnSlipInput extends AssignmentInput, AnsweredInput {
  readonly text: string;
}

/** 回执 of the last urging or supervision notice; the center enters that of a unit that is not online. Errors: slip.not-awaited. */
export function returnSlip(context: UseCaseContext, input: ReturnSlipInput): Promise<CaseView> {
  const { caseNumber, assignmentId } = input;
  return onCase(context, caseNumber, async (transaction) => ({
    type: 'return-slip',
    assignmentId,
    text: await transaction.text(caseNumber, input.text),
    ...(await answeredAs(transaction, input)),
  }));
}
