import { Table, type TableColumnsType } from 'antd';
import type { PolicyDifference, RulesChange } from '@hotline/contracts-http';
import { useWords, type Speech } from '../language/use-words.ts';
import './policy-input.css';
import { pathWords, valueWords } from './policy-words.ts';

/** What a change says: the values of the policy that differ, or the days that are another kind of day. */
export function RulesContent({ change }: { change: RulesChange }) {
  const speech = useWords();
  const { t } = speech;
  if (change.days) return <Days days={change.days} />;
  if (change.differences.length === 0) return <p className="quiet">{t('rules.noDifference')}</p>;
  return (
    <Table<PolicyDifference>
      rowKey="path"
      size="small"
      className="differences"
      dataSource={change.differences}
      pagination={false}
      columns={columnsOf(speech)}
    />
  );
}

function columnsOf(speech: Speech): TableColumnsType<PolicyDifference> {
  const { t } = speech;
  return [
    {
      key: 'path',
      title: t('rules.value'),
      render: (_, { path }) => {
        const words = pathWords(speech, path);
        return (
          <>
            {words !== path && <div>{words}</div>}
            <code className="quiet">{path}</code>
          </>
        );
      },
    },
    { key: 'from', title: t('rules.now'), render: (_, { path, from }) => valueWords(speech, path, from) },
    { key: 'to', title: t('rules.draft'), render: (_, { path, to }) => <b>{valueWords(speech, path, to)}</b> },
  ];
}

function Days({ days }: { days: NonNullable<RulesChange['days']> }) {
  const { word } = useWords();
  return (
    <ul>
      {days.map(({ day, kind, name }) => (
        <li key={day}>
          <span className="tabular">{day}</span> {word('dayKind', kind)} {name}
        </li>
      ))}
    </ul>
  );
}
