import type { Answered, AnswerWay } from '@hotline/domain';
import type { Transaction } from '../use-case/run-use-case.ts';

/** Names one assignment of a case. */
export interface AssignmentInput {
  readonly caseNumber: string;
  readonly assignmentId: string;
}

/** What the center says where it enters the answer of a unit that is not online: by which way, and who there answered. */
export interface AnsweredInput {
  readonly way?: AnswerWay;
  readonly answeredBy?: string;
}

/** The same as a command says it: the name is kept beside the ledger. */
export async function answeredAs(
  { text }: Pick<Transaction, 'text'>,
  { caseNumber, way, answeredBy }: AssignmentInput & AnsweredInput,
): Promise<Answered> {
  return {
    ...(way ? { way } : {}),
    ...(answeredBy ? { answeredBy: await text(caseNumber, answeredBy) } : {}),
  };
}
