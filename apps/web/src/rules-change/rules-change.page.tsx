import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useNavigate, useParams } from 'react-router';
import type { RulesChange } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import type { ActionName } from '../case-action/action.ts';
import { Course } from '../case/course.tsx';
import '../case/case.css';
import { Fact, Figures } from '../frame/fact.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { dateTime } from '../time/local-time.ts';
import { RulesContent } from './rules-content.tsx';
import { rulesChangeQueryOf } from './rules-queries.ts';
import { approvesRules, writesRules, wroteAt } from './rules-rights.ts';
import { RulesRuns } from './rules-runs.tsx';
import { RulesStatusTag } from './rules-status-tag.tsx';

/** One change of the rules: what it changes, what that would mean for open and for closed cases, and who approved it. */
export function Component() {
  const { changeId = '' } = useParams();
  const query = useQuery(rulesChangeQueryOf(changeId));
  return (
    <Loaded query={query} rows={10}>
      {(change) => <RulesChangePage change={change} />}
    </Loaded>
  );
}

function RulesChangePage({ change }: { change: RulesChange }) {
  const { t, word } = useWords();
  const { changeId, subject, status, version } = change;
  return (
    <Page
      title={word('rulesSubject', subject)}
      beside={
        <>
          <span className="quiet">
            {changeId} · {t('rules.draftVersion', { version })}
          </span>
          <RulesStatusTag status={status} />
        </>
      }
      extra={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
      }
    >
      <div className="stack">
        <Actions change={change} />
        <Card title={t('rules.content')}>
          <Facts change={change} />
          <RulesContent change={change} />
        </Card>
        <RulesRuns change={change} />
        <Card title={t('work.reports.course')}>
          <Course timeline={change.timeline} />
        </Card>
      </div>
    </Page>
  );
}

function Facts({ change }: { change: RulesChange }) {
  const { t, word } = useWords();
  const { basedOn, subject, draftedByName, approvedByName, approvedAt, reach, inForceFrom, policyVersion } = change;
  return (
    <dl className="case-facts">
      <Fact name={t('rules.draftedBy')}>{draftedByName}</Fact>
      <Fact name={t('rules.basedOnName')}>{subject === 'policy' && t('rules.version', { version: basedOn })}</Fact>
      <Fact name={t('rules.approved')}>
        {approvedByName && approvedAt && <Figures>{`${approvedByName} ${dateTime(approvedAt)}`}</Figures>}
      </Fact>
      <Fact name={t('action.field.reach.default')}>{reach && word('rulesReach', reach)}</Fact>
      <Fact name={t('rules.inForceFrom')}>{inForceFrom && <Figures>{dateTime(inForceFrom)}</Figures>}</Fact>
      <Fact name={t('rules.becameVersion')}>{policyVersion && t('rules.version', { version: policyVersion })}</Fact>
    </dl>
  );
}

/** What this person may do with it now: whoever wrote at it is told that another approves. */
function Actions({ change }: { change: RulesChange }) {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { open, drawer } = useActionDrawer();
  const { changeId, revision, subject, status, runs } = change;
  const running = runs.some((run) => run.status === 'running' && run.kind !== 'moving');
  const act = (name: ActionName): void =>
    open({ name, target: { changeId, revision }, situation: { role: me.role, rules: change, about: changeId } });
  const button = (name: ActionName, look: 'primary' | 'default' | 'danger' = 'default', onClick = () => act(name)) => (
    <Button key={name} type={look === 'primary' ? look : 'default'} danger={look === 'danger'} onClick={onClick}>
      {t(`action.name.${name}`)}
    </Button>
  );
  const writes = writesRules(me.role) && status === 'draft';
  const revise = (): void =>
    subject === 'policy' ? void navigate(`/rules-changes/${changeId}/draft`) : act('revise-calendar');
  const own = wroteAt(change, me);
  return (
    <>
      <div className="row no-print">
        {writes && running && button('cancel-rules-run')}
        {writes && !running && (
          <>
            {button('preview-rules', runs.length === 0 ? 'primary' : 'default')}
            {subject === 'policy' && button('rehearse-rules')}
            {button(subject === 'policy' ? 'revise-policy' : 'revise-calendar', 'default', revise)}
            {approvesRules(me.role) &&
              !own &&
              button(subject === 'policy' ? 'approve-policy' : 'approve-calendar', 'primary')}
            {button('withdraw-rules', 'danger')}
          </>
        )}
        {drawer}
      </div>
      {writes && own && <Alert type="info" showIcon title={t('rules.anotherApproves')} className="no-print" />}
    </>
  );
}
