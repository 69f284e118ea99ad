import type { Outcome } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface CloseCaseInput {
  readonly caseNumber: string;
  readonly outcome: Outcome;
  readonly text: string;
}

/** A decided closing, with its outcome and reason. */
export function closeCase(context: UseCaseContext, input: CloseCaseInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'close',
    outcome: input.outcome,
    text: await text(input.caseNumber, input.text),
  }));
}
