import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { RatesReport } from '@hotline/contracts-http';
import { FiltersBar } from '../filter/filters-bar.tsx';
import { among, useFilters } from '../filter/use-filters.ts';
import { Fact } from '../frame/fact.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { useWords, type Speech } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import { DueDuties } from './due-duties.tsx';
import { PeriodSelect } from './period-select.tsx';
import { PERIODS } from './period.ts';
import { RateCell } from './rate-cell.tsx';
import { ratesQueryOf } from './rates-queries.ts';

type UnitRow = RatesReport['units'][number];
const APPRAISED = ['onTimeCompletion', 'onTimeFeedback', 'satisfaction', 'solved'] as const;
const CITY = ['overallCompletion', 'directAnswers', ...APPRAISED] as const;

/** 检查考核: the rates of the city and its units in a period; each unit's lead to the duties they were counted from. */
export function Component() {
  const speech = useWords();
  const { t } = speech;
  const { filters, change } = useFilters((search) => ({ period: among(PERIODS, search.get('period')) ?? 'quarter' }));
  const [opened, setOpened] = useState<UnitRow>();
  const rates = useQuery(ratesQueryOf(filters.period));
  return (
    <Page
      title={t('frame.place.rates')}
      beside={
        rates.data && (
          <span className="quiet tabular">
            {dateTime(rates.data.from)} – {dateTime(rates.data.to)}
          </span>
        )
      }
      extra={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
      }
    >
      <FiltersBar>
        <PeriodSelect value={filters.period} onChange={(period) => change({ period })} />
      </FiltersBar>
      <Loaded query={rates} rows={10}>
        {(report) => (
          <>
            <dl className="rates-city">
              <Fact name={t('rates.requests')}>
                <span className="tabular">{String(report.city.requests)}</span>
              </Fact>
              <Fact name={t('rates.valid')}>
                <span className="tabular">{String(report.city.valid)}</span>
              </Fact>
              {CITY.map((name) => (
                <Fact key={name} name={t(`rates.${name}`)}>
                  <RateCell of={report.city[name]} />
                </Fact>
              ))}
            </dl>
            {report.units.length === 0 ? (
              <NothingHere title={t('rates.noUnits')} hint={t('rates.noUnitsHint')} />
            ) : (
              <Table<UnitRow>
                rowKey="unitId"
                pagination={false}
                scroll={{ x: 'max-content' }}
                loading={{ spinning: rates.isPlaceholderData, delay: 300 }}
                columns={columnsOf(speech, setOpened)}
                dataSource={report.units}
              />
            )}
            <p className="quiet">{t('rates.howCounted')}</p>
            {opened && <DueDuties unit={opened} period={report} onClose={() => setOpened(undefined)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function columnsOf({ t }: Speech, open: (unit: UnitRow) => void): TableColumnsType<UnitRow> {
  return [
    {
      key: 'unit',
      title: t('rates.unit'),
      sorter: (left, right) => left.unitName.localeCompare(right.unitName, 'zh'),
      render: (_, unit) => (
        <Button type="link" size="small" onClick={() => open(unit)}>
          {unit.unitName}
        </Button>
      ),
    },
    {
      key: 'due',
      title: t('rates.due'),
      sorter: (left, right) => left.onTimeCompletion.of - right.onTimeCompletion.of,
      defaultSortOrder: 'descend',
      render: (_, { onTimeCompletion }) => <span className="tabular">{onTimeCompletion.of}</span>,
    },
    ...APPRAISED.map((name) => ({
      key: name,
      title: t(`rates.${name}`),
      sorter: (left: UnitRow, right: UnitRow) => (left[name].rate ?? -1) - (right[name].rate ?? -1),
      render: (_: unknown, unit: UnitRow) => <RateCell of={unit[name]} />,
    })),
  ];
}
