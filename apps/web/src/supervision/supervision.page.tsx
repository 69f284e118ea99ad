import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { Link } from 'react-router';
import type { SupervisionEntry } from '@hotline/contracts-http';
import { listSupervision } from '../api/generated/sdk.gen.ts';
import { keys } from '../api/keys.ts';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import type { OpenAction } from '../case/ask-of-action.ts';
import '../case/case.css';
import { UrgencyTag } from '../case/case-tags.tsx';
import { useFilters } from '../filter/use-filters.ts';
import { Fact, Figures } from '../frame/fact.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { UnitSelect } from '../organisation/unit-select.tsx';
import { useMe } from '../session/use-me.ts';
import { Due } from '../time/due.tsx';
import { dateTime } from '../time/local-time.ts';

const MOST = 100;

const supervisionOf = (unitId: string | undefined) =>
  queryOptions({
    queryKey: [...keys.supervision, unitId],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await listSupervision({ query: { limit: MOST, ...(unitId ? { unitId } : {}) }, signal })).data,
  });

/** 督办: whom to phone now, why, what to say, and what happens next by itself; the most pressing first. */
export function Component() {
  const { t } = useWords();
  const { filters, change } = useFilters((search) => ({ unitId: search.get('unitId') ?? undefined }));
  const list = useQuery(supervisionOf(filters.unitId));
  const { open, drawer } = useActionDrawer();
  return (
    <Page
      title={t('frame.place.supervision')}
      extra={
        <span className="unit-filter">
          <UnitSelect
            allowClear
            aria-label={t('case.unit')}
            placeholder={t('case.unit')}
            value={filters.unitId ?? null}
            onChange={(unitId) => change({ unitId: unitId ? String(unitId) : undefined })}
          />
        </span>
      }
    >
      <Loaded query={list}>
        {({ items, total }) =>
          items.length === 0 ? (
            <NothingHere title={t('work.supervision.none')} hint={t('work.supervision.noneHint')} />
          ) : (
            <div className="stack">
              <p className="quiet">{t('work.supervision.count', { count: total, shown: items.length })}</p>
              {items.map((entry) => (
                <Entry key={`${entry.caseNumber} ${entry.assignmentId}`} of={entry} open={open} />
              ))}
            </div>
          )
        }
      </Loaded>
      {drawer}
    </Page>
  );
}

function Entry({ of, open }: { of: SupervisionEntry; open: OpenAction }) {
  const { t, word } = useWords();
  const { caseNumber, caseTitle, urgency, unitName, unitPhone, lateWorkingDays, lastCall, next } = of;
  return (
    <Card
      title={
        <span className="row">
          <span>{unitName ?? caseTitle}</span>
          {unitPhone && <a href={`tel:${unitPhone}`}>{unitPhone}</a>}
          {lateWorkingDays > 0 && <Tag color="red">{t('work.supervision.late', { days: lateWorkingDays })}</Tag>}
          <UrgencyTag urgency={urgency} />
        </span>
      }
      extra={<Record of={of} open={open} />}
    >
      <p>
        <Link to={`/cases/${caseNumber}`} className="tabular">
          {caseNumber}
        </Link>{' '}
        {caseTitle}
      </p>
      <dl className="case-facts">
        <Fact name={t('work.supervision.why')}>{of.why}</Fact>
        <Fact name={t('case.dueAt')}>{of.dueAt && <Due at={of.dueAt} />}</Fact>
        <Fact name={t('work.supervision.urged')}>
          <Figures>{t('work.supervision.urgedTimes', { calls: of.urged, papers: of.papers })}</Figures>
        </Fact>
        <Fact name={t('work.supervision.lastCall')}>
          {lastCall && `${dateTime(lastCall.at)} ${lastCall.result ? word('urgingResult', lastCall.result) : ''}`}
        </Fact>
        <Fact name={t('work.supervision.promised')}>
          {lastCall?.promisedBy && <Figures>{dateTime(lastCall.promisedBy)}</Figures>}
        </Fact>
        <Fact name={t('work.supervision.next')}>{next && `${dateTime(next.at)} ${next.words}`}</Fact>
      </dl>
      <blockquote className="words">{of.script}</blockquote>
    </Card>
  );
}

/** What writes down how it went; where that asks for more than is known here, it is done in the case. */
function Record({ of, open }: { of: SupervisionEntry; open: OpenAction }) {
  const { t } = useWords();
  const { role } = useMe();
  const { record, caseNumber, revision, assignmentId, unitName } = of;
  if (!record || record === 'answer-leader' || !assignmentId)
    return (
      <Link to={`/cases/${caseNumber}`} className="no-print">
        {t('case.openCase')}
      </Link>
    );
  const situation = { role, ...(unitName ? { unitName } : {}) };
  return (
    <Button
      type="primary"
      size="small"
      className="no-print"
      onClick={() => open({ name: record, target: { caseNumber, assignmentId, revision }, situation })}
    >
      {t(`action.name.${record}`)}
    </Button>
  );
}
