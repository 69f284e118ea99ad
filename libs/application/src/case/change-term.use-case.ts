import type { Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface ChangeTermInput extends AssignmentInput {
  readonly dueAt: Instant;
  readonly text: string;
}

/** 另定期限: the director, or whom he gave the power, sets another due for a unit, and says why. */
export function changeTerm(
  context: UseCaseContext,
  { caseNumber, assignmentId, dueAt, text }: ChangeTermInput,
): Promise<CaseView> {
  return onCase(context, caseNumber, async (transaction) => ({
    type: 'change-term',
    assignmentId,
    dueAt,
    text: await transaction.text(caseNumber, text),
  }));
}
