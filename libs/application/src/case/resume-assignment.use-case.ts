import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface ResumeAssignmentInput extends AssignmentInput {
  readonly text: string;
}

/** The suspension ends; the due moves by the working time it lasted. */
export function resumeAssignment(context: UseCaseContext, input: ResumeAssignmentInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'resume',
    assignmentId: input.assignmentId,
    text: await text(input.caseNumber, input.text),
  }));
}
