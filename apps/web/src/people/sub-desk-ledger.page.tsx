import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { STAGES, type CaseRow } from '@hotline/contracts-http';
import { casesQueryOf } from '../case/case-queries.ts';
import '../case/case.css';
import { OverdueSwitch } from '../case/overdue-switch.tsx';
import { StageChoice } from '../case/stage-choice.tsx';
import { FiltersBar } from '../filter/filters-bar.tsx';
import { SearchWords } from '../filter/search-words.tsx';
import { among, saidIn, useFilters, wordsIn } from '../filter/use-filters.ts';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords, type Speech } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { dateTime } from '../time/local-time.ts';
import { subDesksQueryOf } from './people-queries.ts';
import { SubDeskSelect } from './sub-desk-select.tsx';

/** As many lines as a printed sheet of the ledger is read with. */
const PAGE = 50;

const filtersOf = (search: URLSearchParams) => ({
  subDesk: search.get('subDesk') ?? undefined,
  stage: among(STAGES, search.get('stage')),
  overdue: saidIn(search, 'overdue'),
  q: wordsIn(search),
});

/** 台账: what a sub-desk of the unit has and had, page by page, to be filtered and printed. */
export function Component() {
  const speech = useWords();
  const { t } = speech;
  const { unitId } = useMe();
  const { filters, change, clear, isFiltered } = useFilters(filtersOf);
  const paging = usePaging();
  const cases = useQuery(casesQueryOf({ ...filters, limit: PAGE, ...(paging.after ? { after: paging.after } : {}) }));
  const desks = useQuery(subDesksQueryOf(unitId));
  const desk = desks.data?.find(({ subDeskId }) => subDeskId === filters.subDesk);
  return (
    <Page
      title={t('frame.place.subDeskLedger')}
      beside={<span className="quiet">{desk?.name ?? t('people.wholeOffice')}</span>}
      extra={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
      }
    >
      <div className="no-print">
        <FiltersBar clear={isFiltered ? clear : undefined}>
          <SearchWords label={t('case.search')} value={filters.q} onSearch={(q) => change({ q })} />
          <SubDeskSelect
            unit={unitId}
            past
            aria-label={t('people.subDesk')}
            placeholder={t('people.subDesk')}
            allowClear
            value={filters.subDesk ?? null}
            onChange={(subDesk: string | null) => change({ subDesk: subDesk ?? undefined })}
          />
          <StageChoice filters={filters} change={change} />
          <OverdueSwitch filters={filters} change={change} />
        </FiltersBar>
      </div>
      <Loaded query={cases} rows={10}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NothingHere title={t('case.noneFound')} />
          ) : (
            <>
              <Table<CaseRow>
                rowKey="caseNumber"
                size="small"
                pagination={false}
                loading={{ spinning: cases.isPlaceholderData, delay: 300 }}
                columns={columnsOf(speech)}
                dataSource={items}
              />
              <Pager paging={paging} {...(next ? { next } : {})} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function columnsOf({ t, word }: Speech): TableColumnsType<CaseRow> {
  return [
    {
      key: 'number',
      title: t('case.number'),
      render: (_, { caseNumber }) => (
        <Link to={`/cases/${caseNumber}`} className="tabular">
          {caseNumber}
        </Link>
      ),
    },
    { key: 'registered', title: t('case.registered'), render: (_, { registeredAt }) => dateTime(registeredAt) },
    { key: 'title', title: t('case.title'), render: (_, { title }) => title },
    { key: 'kind', title: t('case.kind'), render: (_, { kind }) => word('kind', kind) },
    {
      key: 'status',
      title: t('case.status'),
      render: (_, { units, stage }) => (units[0] ? word('assignmentStatus', units[0].status) : word('stage', stage)),
    },
    { key: 'due', title: t('case.due'), render: (_, { dueAt }) => dueAt && dateTime(dueAt) },
    { key: 'outcome', title: t('case.outcome'), render: (_, { outcome }) => outcome && word('outcome', outcome) },
  ];
}
