import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface RecordUrgingCallInput extends AssignmentInput {
  readonly text: string;
}

/** 电话催办, recorded. */
export function recordUrgingCall(context: UseCaseContext, input: RecordUrgingCallInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'record-urging-call',
    assignmentId: input.assignmentId,
    text: await text(input.caseNumber, input.text),
  }));
}
