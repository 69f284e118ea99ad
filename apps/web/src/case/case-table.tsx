import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { CaseRow } from '@hotline/contracts-http';
import { useWords, type Speech } from '../language/use-words.ts';
import { Due } from '../time/due.tsx';
import { shortTime } from '../time/local-time.ts';
import { TrainingTag } from '../training/training-tag.tsx';
import { StageTag, UrgencyTag } from './case-tags.tsx';

interface CaseTableProps {
  readonly rows: readonly CaseRow[];
  readonly loading?: boolean;
}

/** Cases in rows; a phone shows number, title and due alone. */
export function CaseTable({ rows, loading = false }: CaseTableProps) {
  const speech = useWords();
  return (
    <Table<CaseRow>
      rowKey="caseNumber"
      columns={columnsOf(speech)}
      dataSource={rows}
      loading={{ spinning: loading, delay: 300 }}
      pagination={false}
      size="middle"
    />
  );
}

function columnsOf({ t, word }: Speech): TableColumnsType<CaseRow> {
  return [
    {
      key: 'title',
      title: t('case.title'),
      render: (_, row) => <NumberAndTitle row={row} />,
    },
    { key: 'stage', title: t('case.stage'), width: 120, render: (_, { stage }) => <StageTag stage={stage} /> },
    { key: 'kind', title: t('case.kind'), width: 90, responsive: ['md'], render: (_, { kind }) => word('kind', kind) },
    {
      key: 'units',
      title: t('case.units'),
      width: 200,
      responsive: ['md'],
      render: (_, { units }) =>
        units
          .filter(({ status }) => status !== 'withdrawn')
          .map(({ unitId, unitName, role }) => (
            <div key={unitId}>
              {unitName} <span className="quiet">{word('assignmentRole', role)}</span>
            </div>
          )),
    },
    {
      key: 'due',
      title: t('case.due'),
      width: 170,
      render: (_, { dueAt, registeredAt }) => dueAt && <Due at={dueAt} since={registeredAt} />,
    },
    {
      key: 'registered',
      title: t('case.registered'),
      width: 120,
      responsive: ['lg'],
      render: (_, { registeredAt }) => <span className="tabular">{shortTime(registeredAt)}</span>,
    },
  ];
}

function NumberAndTitle({ row: { caseNumber, title, urgency } }: { row: CaseRow }) {
  return (
    <>
      <span className="row">
        <Link to={`/cases/${caseNumber}`} className="tabular">
          {caseNumber}
        </Link>
        <TrainingTag caseNumber={caseNumber} />
        <UrgencyTag urgency={urgency} />
      </span>
      <span className="case-title">{title}</span>
    </>
  );
}
