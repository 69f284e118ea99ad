import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { Link } from 'react-router';
import type { ProposalRow } from '@hotline/contracts-http';
import { listProposals } from '../api/generated/sdk.gen.ts';
import { keys } from '../api/keys.ts';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import type { OpenAction } from '../case/ask-of-action.ts';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { Due } from '../time/due.tsx';
import './proposals.css';

const proposalsQuery = queryOptions({
  queryKey: keys.proposals,
  queryFn: async ({ signal }): Promise<readonly ProposalRow[]> => (await listProposals({ signal })).data.items,
});

/** What the director is asked to decide, the most pressing first; each says when it happens by itself. */
export function Component() {
  const { t } = useWords();
  const proposals = useQuery(proposalsQuery);
  const { open, drawer } = useActionDrawer();
  return (
    <Page title={t('frame.place.proposals')}>
      <p className="quiet proposals-lead">{t('work.proposals.lead')}</p>
      <Loaded query={proposals}>
        {(items) =>
          items.length === 0 ? (
            <NothingHere title={t('work.proposals.none')} />
          ) : (
            <div className="stack">
              {items.map((proposal) => (
                <ProposalCard key={`${proposal.caseNumber}/${proposal.id}`} proposal={proposal} open={open} />
              ))}
            </div>
          )
        }
      </Loaded>
      {drawer}
    </Page>
  );
}

const DECISIONS = ['do-it', 'not-now', 'no'] as const;

function ProposalCard({ proposal, open }: { proposal: ProposalRow; open: OpenAction }) {
  const { t, word } = useWords();
  const { role } = useMe();
  const { id, caseNumber, caseTitle, caseRevision, kind, unitName, decideBy, reportId } = proposal;
  const decide = (decision: (typeof DECISIONS)[number]): void =>
    open({
      name: 'decide-proposal',
      target: { caseNumber, proposalId: id, revision: caseRevision },
      situation: { role, about: caseTitle, suggested: { decision }, ...(unitName ? { unitName } : {}) },
    });
  return (
    <Card>
      <div className="proposal">
        <div className="proposal-what">
          <div className="row">
            <Tag variant="solid" color="#1d4f4a">
              {word('proposalKind', kind)}
            </Tag>
            <Link to={`/cases/${caseNumber}`} className="tabular">
              {caseNumber}
            </Link>
            {unitName && <span className="quiet">{unitName}</span>}
            {reportId && <Link to={`/special-reports/${reportId}`}>{t('case.details')}</Link>}
          </div>
          <p className="proposal-title">{caseTitle}</p>
        </div>
        <div className="proposal-when">
          <div className="quiet">{t(`work.proposals.happens.${kind}`)}</div>
          <Due at={decideBy} />
        </div>
        {role === 'director' && (
          <div className="row no-print">
            {DECISIONS.map((decision) => (
              <Button
                key={decision}
                type={decision === 'do-it' ? 'primary' : 'default'}
                onClick={() => decide(decision)}
              >
                {word('proposalDecision', decision)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}
