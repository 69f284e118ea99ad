import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RecordOnSiteSessionInput extends AssignmentInput {
  readonly text: string;
}

/** 现场办公: findings and agreement. */
export function recordOnSiteSession(context: UseCaseContext, input: RecordOnSiteSessionInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'record-on-site-session',
    assignmentId: input.assignmentId,
    text: await text(input.caseNumber, input.text),
  }));
}
