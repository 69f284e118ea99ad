import type { Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { CaseView } from './case-view.ts';
import { onCase } from './on-case.ts';

export interface DecideProposalInput {
  readonly caseNumber: string;
  readonly proposalId: string;
  readonly decision: 'do-it' | 'not-now' | 'no';
  readonly until?: Instant;
  readonly text: string;
}

/** The director decides a proposal: do it, not now (until when, why), no (why). */
export function decideProposal(context: UseCaseContext, input: DecideProposalInput): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'decide-proposal',
    proposalId: input.proposalId,
    decision: input.decision,
    ...(input.until ? { until: input.until } : {}),
    text: await text(input.caseNumber, input.text),
  }));
}
