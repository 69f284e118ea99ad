import { Alert, Table, type TableColumnsType } from 'antd';
import { useWords, type Speech } from '../language/use-words.ts';
import { useUnitName } from '../organisation/organisation.ts';
import { rehearsalOf, type RehearsalRow, type RehearsalSide } from './rehearsal.ts';

/** What was, and what would have been under the draft, by unit; the center's own waits in a row of their own. */
export function RehearsalTable({ tally }: { tally: Readonly<Record<string, unknown>> }) {
  const speech = useWords();
  const { t } = speech;
  const unitName = useUnitName();
  const { cases, different, rows } = rehearsalOf(tally);
  return (
    <>
      <p>{t('rules.rehearsedCases', { cases, different })}</p>
      <Alert type="info" showIcon title={t('rules.rehearsalHint')} style={{ marginBottom: 12 }} />
      {rows.length > 0 && (
        <Table<RehearsalRow>
          rowKey="unitId"
          size="small"
          pagination={false}
          dataSource={rows}
          columns={columnsOf(speech, (unitId) => (unitId === 'center' ? t('knowledge.center') : unitName(unitId)))}
        />
      )}
    </>
  );
}

const MEASURES = ['completedInTime', 'fedBackInTime', 'reds', 'notices', 'proposals'] as const;
type Measure = (typeof MEASURES)[number];

function columnsOf({ t }: Speech, unitName: (unitId: string) => string): TableColumnsType<RehearsalRow> {
  return [
    { key: 'unit', title: t('case.unit'), render: (_, { unitId }) => unitName(unitId) },
    ...MEASURES.map((measure) => ({
      key: measure,
      title: t(`rules.measure.${measure}`),
      render: (_: unknown, { actual, rehearsed }: RehearsalRow) => {
        const [was, would] = [shown(actual, measure), shown(rehearsed, measure)];
        return was === would ? (
          <span className="tabular">{was}</span>
        ) : (
          <b className="tabular">
            {was} → {would}
          </b>
        );
      },
    })),
  ];
}

/** A rate with its counts; — where nothing was due. */
function shown(side: RehearsalSide, measure: Measure): string {
  if (measure !== 'completedInTime' && measure !== 'fedBackInTime') return String(side[measure]);
  return side.due === 0 ? '—' : `${side[measure]}/${side.due}`;
}
