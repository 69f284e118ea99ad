import type { ContactMethod, Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { answeredAs, type AnsweredInput, type AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RecordContactInput extends AssignmentInput, AnsweredInput {
  readonly contactedAt: Instant;
  readonly contactMethod: ContactMethod;
  readonly text: string;
}

/** 联系来电人: the unit spoke with the citizen, as it owes him within a working day of acknowledging. */
export function recordContact(context: UseCaseContext, input: RecordContactInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async (transaction) => ({
    type: 'record-contact',
    assignmentId: input.assignmentId,
    contactedAt: input.contactedAt,
    contactMethod: input.contactMethod,
    text: await transaction.text(input.caseNumber, input.text),
    ...(await answeredAs(transaction, input)),
  }));
}
