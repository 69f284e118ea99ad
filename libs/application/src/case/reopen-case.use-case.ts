import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface ReopenCaseInput {
  readonly caseNumber: string;
  readonly text: string;
}

/** A closed case comes back, to its lead or to the desk. */
export function reopenCase(context: UseCaseContext, input: ReopenCaseInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'reopen',
    text: await text(input.caseNumber, input.text),
  }));
}
