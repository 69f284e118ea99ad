import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { answeredAs, type AnsweredInput, type AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RequestExtensionInput extends AssignmentInput, AnsweredInput {
  readonly workingDays: number;
  readonly reason: string;
}

/** 延期, asked for before the due. */
export function requestExtension(context: UseCaseContext, input: RequestExtensionInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async (transaction) => ({
    type: 'request-extension',
    assignmentId: input.assignmentId,
    workingDays: input.workingDays,
    reason: await transaction.text(input.caseNumber, input.reason),
    ...(await answeredAs(transaction, input)),
  }));
}
