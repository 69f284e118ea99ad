import { useQuery } from '@tanstack/react-query';
import { Card, Collapse } from 'antd';
import type { SpecialReport } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import { REPORT_PARTS, ReportPart } from './report-part.tsx';
import { reportVersionsQueryOf } from './report-queries.ts';

/** How a report was put before: every version, the newest first. Nothing while there is but one. */
export function ReportVersions({ report: { reportId, revision } }: { report: SpecialReport }) {
  const { t } = useWords();
  const { data } = useQuery(reportVersionsQueryOf(reportId, revision));
  if (!data || data.items.length < 2) return null;
  return (
    <Card title={t('work.reports.versions')} className="no-print">
      <Collapse
        items={data.items.toReversed().map(({ version, at, by, byName, words }) => ({
          key: version,
          label: `${t('work.reports.version', { version })} · ${by === 'machine' ? t('case.machine') : byName} · ${dateTime(at)}`,
          children: (
            <dl className="report-words">
              {REPORT_PARTS.map((part) => (
                <ReportPart key={part} name={t(`work.reports.${part}`)} words={words[part]} />
              ))}
            </dl>
          ),
        }))}
      />
    </Card>
  );
}
