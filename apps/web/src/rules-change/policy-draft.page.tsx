import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useNavigate, useParams } from 'react-router';
import type { RulesChange } from '@hotline/contracts-http';
import { ActionForm } from '../case-action/action-form.tsx';
import type { Changed } from '../case-action/action.ts';
import { actionOf } from '../case-action/actions.ts';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { newestPolicyQuery, rulesChangeQueryOf } from './rules-queries.ts';

/** The draft of a policy: a new one begins with the version in force, another goes on from what is written. */
export function Component() {
  const { changeId } = useParams();
  return changeId ? <Revising changeId={changeId} /> : <Drafting />;
}

function Drafting() {
  const { t } = useWords();
  const newest = useQuery({ ...newestPolicyQuery, staleTime: 0, gcTime: 0 });
  return (
    <Page title={t('action.name.draft-policy')}>
      <Loaded query={newest} rows={12}>
        {({ policy, version }) => (
          <>
            <p className="quiet">{t('rules.basedOn', { version })}</p>
            <Draft policy={policy} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Revising({ changeId }: { changeId: string }) {
  const { t } = useWords();
  const change = useQuery(rulesChangeQueryOf(changeId));
  return (
    <Page title={t('action.name.revise-policy')} beside={<span className="quiet">{changeId}</span>}>
      <Loaded query={change} rows={12}>
        {(rules) => <Draft policy={rules.policy ?? {}} rules={rules} />}
      </Loaded>
    </Page>
  );
}

function Draft({ policy, rules }: { policy: object; rules?: RulesChange }) {
  const { role } = useMe();
  const navigate = useNavigate();
  const done = (changed: Changed): void => {
    if (changed.kind === 'rules') void navigate(`/rules-changes/${changed.rules.changeId}`);
  };
  return (
    <Card className="policy-draft">
      <ActionForm
        action={actionOf(rules ? 'revise-policy' : 'draft-policy')}
        target={rules ? { changeId: rules.changeId, revision: rules.revision } : {}}
        situation={{ role, policy, ...(rules ? { rules } : {}) }}
        onDone={done}
        isPage
      />
    </Card>
  );
}
