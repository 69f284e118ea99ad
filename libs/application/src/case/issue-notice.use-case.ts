import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface IssueNoticeInput extends AssignmentInput {
  readonly notice: 'urging-notice' | 'supervision-notice';
  readonly text: string;
}

/** 催办单 or 督办单, issued by hand. */
export function issueNotice(context: UseCaseContext, input: IssueNoticeInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'issue-notice',
    assignmentId: input.assignmentId,
    notice: input.notice,
    text: await text(input.caseNumber, input.text),
  }));
}
