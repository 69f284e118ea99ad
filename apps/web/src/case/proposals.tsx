import { Button, Card } from 'antd';
import type { Case, Proposal } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { Due } from '../time/due.tsx';
import { askOfAction, type OpenAction } from './ask-of-action.ts';
import { useNames } from './use-names.ts';

/** Ways out that were proposed for this case. */
export function Proposals({ of, open }: { of: Case; open: OpenAction }) {
  const { t } = useWords();
  return (
    <Card title={t('case.proposals')}>
      {of.proposals.map((proposal) => (
        <ProposalLine key={proposal.id} proposal={proposal} of={of} open={open} />
      ))}
    </Card>
  );
}

function ProposalLine({ proposal, of, open }: { proposal: Proposal; of: Case; open: OpenAction }) {
  const { t, word } = useWords();
  const { role } = useMe();
  const { assigned } = useNames(of);
  const action = of.actions.find(({ proposalId }) => proposalId === proposal.id);
  const waits = proposal.status === 'open' || proposal.status === 'postponed';
  return (
    <section className="assignment" aria-label={word('proposalKind', proposal.kind)}>
      <div className="assignment-head">
        <h3>{word('proposalKind', proposal.kind)}</h3>
        {proposal.assignmentId && <span className="quiet">{assigned(proposal.assignmentId)}</span>}
        <span>{word('proposalStatus', proposal.status)}</span>
      </div>
      {waits && (
        <p className="words">
          {t(`work.proposals.happens.${proposal.kind}`)} <Due at={proposal.decideBy} />
        </p>
      )}
      {action && (
        <div className="assignment-actions no-print">
          <Button size="small" type="primary" onClick={() => open(askOfAction(action, of, role))}>
            {t('action.name.decide-proposal')}
          </Button>
        </div>
      )}
    </section>
  );
}
