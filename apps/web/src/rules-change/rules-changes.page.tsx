import { useQuery } from '@tanstack/react-query';
import { Button, Card, Table, type TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { RulesChangeRow } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Mark } from '../frame/mark.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords, type Speech } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { useNow } from '../time/clock.ts';
import { dateTime } from '../time/local-time.ts';
import { RulesStatusTag } from './rules-status-tag.tsx';
import { policiesQuery, rulesChangesQueryOf } from './rules-queries.ts';
import { writesRules } from './rules-rights.ts';

/** 规则变更: drafts of the policy and of the calendar, and every version of the policy that was in force. */
export function Component() {
  const speech = useWords();
  const { t } = speech;
  const { role } = useMe();
  const navigate = useNavigate();
  const paging = usePaging();
  const changes = useQuery(rulesChangesQueryOf(paging.after));
  const { open, drawer } = useActionDrawer(
    (changed) => changed.kind === 'rules' && void navigate(`/rules-changes/${changed.rules.changeId}`),
  );
  return (
    <Page
      title={t('frame.place.rulesChanges')}
      extra={
        writesRules(role) && (
          <>
            <Button onClick={() => open({ name: 'draft-calendar', target: {}, situation: { role } })}>
              {t('action.name.draft-calendar')}
            </Button>
            <Button type="primary" onClick={() => void navigate('/rules-changes/new')}>
              {t('action.name.draft-policy')}
            </Button>
          </>
        )
      }
    >
      <div className="stack">
        <Loaded query={changes}>
          {({ items, next }) =>
            items.length === 0 ? (
              <NothingHere title={t('rules.none')} hint={t('rules.noneHint')} />
            ) : (
              <>
                <Table<RulesChangeRow>
                  rowKey="changeId"
                  dataSource={items}
                  pagination={false}
                  columns={columnsOf(speech)}
                />
                <Pager paging={paging} {...(next ? { next } : {})} />
              </>
            )
          }
        </Loaded>
        <Versions />
      </div>
      {drawer}
    </Page>
  );
}

function columnsOf({ t, word }: Speech): TableColumnsType<RulesChangeRow> {
  return [
    {
      key: 'change',
      title: t('rules.change'),
      render: (_, { changeId, subject, version }) => (
        <>
          <Link to={`/rules-changes/${changeId}`}>{word('rulesSubject', subject)}</Link>
          <div className="quiet">
            {changeId} · {t('rules.draftVersion', { version })}
          </div>
        </>
      ),
    },
    { key: 'status', title: t('rules.status'), render: (_, { status }) => <RulesStatusTag status={status} /> },
    {
      key: 'drafted',
      title: t('rules.drafted'),
      responsive: ['md'],
      render: (_, { draftedByName, draftedAt }) => <When name={draftedByName} at={draftedAt} />,
    },
    {
      key: 'approved',
      title: t('rules.approved'),
      responsive: ['md'],
      render: (_, { approvedByName, approvedAt }) =>
        approvedByName && approvedAt && <When name={approvedByName} at={approvedAt} />,
    },
    {
      key: 'inForce',
      title: t('rules.inForceFrom'),
      render: (_, { inForceFrom }) => inForceFrom && <span className="tabular">{dateTime(inForceFrom)}</span>,
    },
  ];
}

function When({ name, at }: { name: string; at: string }) {
  return (
    <>
      {name} <span className="tabular quiet">{dateTime(at)}</span>
    </>
  );
}

/** Every version of the policy; the newest that has begun is in force. */
function Versions() {
  const { t } = useWords();
  const policies = useQuery(policiesQuery);
  const now = useNow();
  return (
    <Card title={t('rules.versions')}>
      <Loaded query={policies} rows={2}>
        {(items) => {
          const inForce = items.find(({ inForceSince }) => inForceSince && Date.parse(inForceSince) <= now);
          return items.map(({ version, name, inForceSince, changeId, approvedByName }) => (
            <p key={version} className="row">
              <b>{t('rules.version', { version })}</b>
              {changeId ? <Link to={`/rules-changes/${changeId}`}>{name}</Link> : <span>{name}</span>}
              {version === inForce?.version && <Mark tone="good">{t('rules.inForce')}</Mark>}
              <span className="quiet">
                {inForceSince ? t('rules.since', { at: dateTime(inForceSince) }) : t('rules.notInForce')}{' '}
                {approvedByName && t('rules.approvedBy', { name: approvedByName })}
              </span>
            </p>
          ));
        }}
      </Loaded>
    </Card>
  );
}
