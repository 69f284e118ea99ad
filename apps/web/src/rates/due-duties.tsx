import { useQuery } from '@tanstack/react-query';
import { Drawer, Table, Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { DueDutyList, RatesReport } from '@hotline/contracts-http';
import { Loaded } from '../frame/loaded.tsx';
import { useWords, type Speech } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import { dueDutiesQueryOf } from './rates-queries.ts';

type Duty = DueDutyList['items'][number];

interface DueDutiesProps {
  readonly unit: RatesReport['units'][number];
  readonly period: RatesReport;
  readonly onClose: () => void;
}

/** What a unit's rates were counted from, each with its case; those in arrears can be shown alone. */
export function DueDuties({ unit: { unitId, unitName }, period, onClose }: DueDutiesProps) {
  const speech = useWords();
  const duties = useQuery(dueDutiesQueryOf(unitId, period));
  return (
    <Drawer open size="large" title={speech.t('rates.dutiesOf', { unit: unitName })} onClose={onClose}>
      <Loaded query={duties}>
        {({ items }) => (
          <Table<Duty>
            rowKey={({ caseNumber, assignmentId }) => `${caseNumber} ${assignmentId}`}
            size="small"
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            scroll={{ x: 'max-content' }}
            columns={columnsOf(speech)}
            dataSource={items}
          />
        )}
      </Loaded>
    </Drawer>
  );
}

function columnsOf({ t, word }: Speech): TableColumnsType<Duty> {
  const time = (at: string | undefined) => (at ? <span className="tabular">{dateTime(at)}</span> : '—');
  return [
    {
      key: 'case',
      title: t('case.number'),
      render: (_, { caseNumber }) => (
        <Link to={`/cases/${caseNumber}`} className="tabular">
          {caseNumber}
        </Link>
      ),
    },
    { key: 'role', title: t('rates.role'), render: (_, { role }) => word('assignmentRole', role) },
    { key: 'due', title: t('case.due'), render: (_, { dueAt }) => time(dueAt) },
    { key: 'reported', title: t('rates.firstReport'), render: (_, { firstReportAt }) => time(firstReportAt) },
    { key: 'accepted', title: t('rates.accepted'), render: (_, { acceptedFeedbackAt }) => time(acceptedFeedbackAt) },
    {
      key: 'standing',
      title: t('rates.standing'),
      filters: [
        { text: t('rates.inTime'), value: true },
        { text: t('rates.late'), value: false },
      ],
      onFilter: (value, { completedInTime }) => completedInTime === value,
      render: (_, { completedInTime }) => (
        <Tag color={completedInTime ? 'green' : 'red'}>{t(completedInTime ? 'rates.inTime' : 'rates.late')}</Tag>
      ),
    },
  ];
}
