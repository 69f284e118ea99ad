import { useQuery } from '@tanstack/react-query';
import { Card, Table, type TableColumnsType } from 'antd';
import type { CallReport } from '@hotline/contracts-http';
import { FiltersBar } from '../filter/filters-bar.tsx';
import { among, useFilters } from '../filter/use-filters.ts';
import { Loaded } from '../frame/loaded.tsx';
import { useWords, type Speech } from '../language/use-words.ts';
import { PeriodSelect } from '../rates/period-select.tsx';
import { PERIODS } from '../rates/period.ts';
import { RateCell } from '../rates/rate-cell.tsx';
import { dateTime } from '../time/local-time.ts';
import { callFiguresQueryOf } from './call-queries.ts';

type Figures = Pick<CallReport, 'connected' | 'inTime' | 'secondsWaited'>;
interface FigureRow extends Figures {
  readonly name: string;
}

/** 接通率 and 及时接听率 of a period, as a whole and by line, day and hour, each with its counts. */
export function CallFigures() {
  const { t, word } = useWords();
  const { filters, change } = useFilters((search) => ({
    view: 'figures',
    period: among(PERIODS, search.get('period')) ?? 'month',
  }));
  const report = useQuery(callFiguresQueryOf(filters.period));
  return (
    <div className="stack">
      <FiltersBar>
        <PeriodSelect value={filters.period} onChange={(period) => change({ period })} />
      </FiltersBar>
      <Loaded query={report}>
        {({ from: begun, to, answerWithinSeconds, byLine, byDay, byHour, ...all }) => (
          <>
            <p className="quiet">
              {t('call.period', { from: dateTime(begun), to: dateTime(to) })}
              {t('call.inTimeMeans', { seconds: answerWithinSeconds })}
            </p>
            <FigureTable
              title={t('call.byLine')}
              of={t('call.line')}
              rows={[
                { name: t('call.everyLine'), ...all },
                ...byLine.map((row) => ({ name: word('callLine', row.line), ...row })),
              ]}
            />
            <FigureTable
              title={t('call.byDay')}
              of={t('call.day')}
              rows={byDay.toReversed().map((row) => ({ name: row.day, ...row }))}
            />
            <FigureTable
              title={t('call.byHour')}
              of={t('call.hour')}
              rows={byHour.map((row) => ({ name: `${String(row.hour).padStart(2, '0')}:00`, ...row }))}
            />
          </>
        )}
      </Loaded>
    </div>
  );
}

function FigureTable({ title, of, rows }: { title: string; of: string; rows: readonly FigureRow[] }) {
  const speech = useWords();
  return (
    <Card title={title}>
      <Table<FigureRow>
        rowKey="name"
        size="small"
        pagination={false}
        dataSource={rows}
        columns={columnsOf(speech, of)}
      />
    </Card>
  );
}

function columnsOf({ t }: Speech, of: string): TableColumnsType<FigureRow> {
  return [
    { key: 'name', title: of, render: (_, { name }) => <span className="tabular">{name}</span> },
    {
      key: 'calls',
      title: t('call.calls'),
      render: (_, { connected }) => <span className="tabular">{connected.of}</span>,
    },
    { key: 'connected', title: t('call.connected'), render: (_, { connected }) => <RateCell of={connected} /> },
    { key: 'inTime', title: t('call.inTime'), render: (_, { inTime }) => <RateCell of={inTime} /> },
    {
      key: 'waited',
      title: t('call.secondsWaited'),
      render: (_, { secondsWaited }) => (secondsWaited === null ? '—' : String(Math.round(secondsWaited * 10) / 10)),
    },
  ];
}
