import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { AssignmentInput } from './assignment-input.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface DecideExtensionInput extends AssignmentInput {
  readonly granted: boolean;
  readonly text: string;
}

/** The first extension is decided by the center, a second by the director. */
export function decideExtension(context: UseCaseContext, input: DecideExtensionInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'decide-extension',
    assignmentId: input.assignmentId,
    granted: input.granted,
    text: await text(input.caseNumber, input.text),
  }));
}
