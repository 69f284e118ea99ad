import type { Instant } from '@hotline/domain';
import { lockCoveredBefore } from '../special-report/lock-covered.ts';
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
  const { caseNumber, proposalId, decision, until } = input;
  return onCase(
    context,
    caseNumber,
    async ({ text }) => ({
      type: 'decide-proposal',
      proposalId,
      decision,
      ...(until ? { until } : {}),
      text: await text(caseNumber, input.text),
    }),
    {},
    (transaction) => lockCoveredBefore(transaction, caseNumber),
  );
}
