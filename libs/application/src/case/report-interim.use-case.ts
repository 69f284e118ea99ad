import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { answeredAs, type AnsweredInput, type AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface ReportInterimInput extends AssignmentInput, AnsweredInput {
  readonly text: string;
}

/** 阶段反馈 on a long case. */
export function reportInterim(context: UseCaseContext, input: ReportInterimInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async (transaction) => ({
    type: 'report-interim',
    assignmentId: input.assignmentId,
    text: await transaction.text(input.caseNumber, input.text),
    ...(await answeredAs(transaction, input)),
  }));
}
