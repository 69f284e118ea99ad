import type { DeclineReason } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface DeclineCaseInput {
  readonly caseNumber: string;
  readonly reason: DeclineReason;
  readonly text: string;
}

/** 不予受理: not the hotline's to handle, with the reason and where to go. */
export function declineCase(context: UseCaseContext, input: DeclineCaseInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'decline',
    reason: input.reason,
    text: await text(input.caseNumber, input.text),
  }));
}
