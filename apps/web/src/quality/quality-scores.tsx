import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import type { QualityScore } from '@hotline/contracts-http';
import { FiltersBar } from '../filter/filters-bar.tsx';
import { among, useFilters } from '../filter/use-filters.ts';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { useWords, type Speech } from '../language/use-words.ts';
import { PeriodSelect } from '../rates/period-select.tsx';
import { PERIODS } from '../rates/period.ts';
import { qualityScoresQueryOf } from './quality-queries.ts';

/** How each person scores in a period, the best first. */
export function QualityScores() {
  const speech = useWords();
  const { t } = speech;
  const { filters, change } = useFilters((search) => ({
    view: 'scores',
    period: among(PERIODS, search.get('period')) ?? 'month',
  }));
  const scores = useQuery(qualityScoresQueryOf(filters.period));
  return (
    <>
      <FiltersBar>
        <PeriodSelect value={filters.period} onChange={(period) => change({ period })} />
      </FiltersBar>
      <Loaded query={scores}>
        {(items) =>
          items.length === 0 ? (
            <NothingHere title={t('quality.noScores')} />
          ) : (
            <Table<QualityScore> rowKey="userId" dataSource={items} pagination={false} columns={columnsOf(speech)} />
          )
        }
      </Loaded>
    </>
  );
}

function columnsOf({ t }: Speech): TableColumnsType<QualityScore> {
  const figure = (key: 'checks' | 'average' | 'lowest' | 'appealed') => ({
    key,
    title: t(key === 'checks' ? 'quality.count' : `quality.${key}`),
    render: (_: unknown, row: QualityScore) => <span className="tabular">{row[key]}</span>,
  });
  return [
    { key: 'person', title: t('quality.person'), render: (_, { userName }) => userName },
    figure('average'),
    figure('checks'),
    figure('lowest'),
    figure('appealed'),
  ];
}
