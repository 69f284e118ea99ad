import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { QUALITY_STATUSES, type QualityCheckView } from '@hotline/contracts-http';
import type { ActionName } from '../case-action/action.ts';
import type { OpenAction } from '../case/ask-of-action.ts';
import { Choice } from '../filter/choice.tsx';
import { FiltersBar } from '../filter/filters-bar.tsx';
import { among, useFilters } from '../filter/use-filters.ts';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords, type Speech } from '../language/use-words.ts';
import { PersonSelect } from '../people/person-select.tsx';
import { useMe } from '../session/use-me.ts';
import { dateTime } from '../time/local-time.ts';
import { qualityChecksQueryOf } from './quality-queries.ts';

const filtersOf = (search: URLSearchParams) => ({
  status: among(QUALITY_STATUSES, search.get('status')),
  userId: search.get('userId') ?? undefined,
});

/** Quality checks, the latest first: of everybody for who checks, his own for anybody else. */
export function QualityChecks({ open, ofAll }: { open: OpenAction; ofAll: boolean }) {
  const speech = useWords();
  const { t } = speech;
  const paging = usePaging();
  const { filters, change, clear, isFiltered } = useFilters(filtersOf);
  const { status, userId } = filters;
  const checks = useQuery(
    qualityChecksQueryOf({
      limit: 20,
      ...(status ? { status } : {}),
      ...(userId ? { userId } : {}),
      ...(paging.after ? { after: paging.after } : {}),
    }),
  );
  return (
    <>
      <FiltersBar clear={isFiltered ? clear : undefined}>
        <Choice
          group="qualityStatus"
          label={t('quality.status')}
          of={QUALITY_STATUSES}
          value={status}
          onChange={(chosen) => change({ status: chosen })}
        />
        {ofAll && (
          <PersonSelect
            aria-label={t('quality.person')}
            placeholder={t('quality.person')}
            allowClear
            among={({ unitId }) => !unitId}
            value={userId ?? (null as never)}
            onChange={(chosen) => change({ userId: typeof chosen === 'string' ? chosen : undefined })}
          />
        )}
      </FiltersBar>
      <Loaded query={checks}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NothingHere title={t('quality.none')} />
          ) : (
            <>
              <Table<QualityCheckView>
                rowKey={({ caseNumber, checkNumber }) => `${caseNumber}-${checkNumber}`}
                dataSource={items}
                pagination={false}
                columns={columnsOf(speech, open)}
              />
              <Pager paging={paging} {...(next ? { next } : {})} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function columnsOf({ t, word }: Speech, open: OpenAction): TableColumnsType<QualityCheckView> {
  return [
    {
      key: 'case',
      title: t('case.number'),
      render: (_, { caseNumber, checked }) => (
        <>
          <Link to={`/cases/${caseNumber}`} className="tabular">
            {caseNumber}
          </Link>
          <div className="quiet">{word('qualityMatter', checked)}</div>
        </>
      ),
    },
    { key: 'person', title: t('quality.person'), render: (_, { userName }) => userName },
    {
      key: 'score',
      title: t('quality.score'),
      render: (_, { score }) => <b className="tabular">{score}</b>,
    },
    {
      key: 'status',
      title: t('quality.status'),
      render: (_, check) => (
        <div className="row">
          {word('qualityStatus', check.status)} <Act check={check} open={open} />
        </div>
      ),
    },
    {
      key: 'checker',
      title: t('quality.checker'),
      responsive: ['md'],
      render: (_, { checkerName, at }) => (
        <>
          {checkerName} <span className="tabular quiet">{dateTime(at)}</span>
        </>
      ),
    },
  ];
}

/** Who was checked may appeal once; another than the checker decides. */
function Act({ check, open }: { check: QualityCheckView; open: OpenAction }) {
  const { t } = useWords();
  const { id, role } = useMe();
  const { caseNumber, checkNumber, status, userId, checkerId, userName, marks } = check;
  const decides = (role === 'supervisor' || role === 'director') && checkerId !== id && userId !== id;
  const name: ActionName | undefined =
    status === 'checked' && userId === id
      ? 'appeal-quality'
      : status === 'appealed' && decides
        ? 'decide-quality-appeal'
        : undefined;
  if (!name) return null;
  const suggested = name === 'decide-quality-appeal' ? { suggested: { marks } } : {};
  return (
    <Button
      size="small"
      className="no-print"
      onClick={() =>
        open({
          name,
          target: { caseNumber, checkNumber: String(checkNumber) },
          situation: { role, about: userName, ...suggested },
        })
      }
    >
      {t(`action.name.${name}`)}
    </Button>
  );
}
