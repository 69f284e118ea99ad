import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { Role, SpecialReport } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { Course } from '../case/course.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { CoveredCases } from './covered-cases.tsx';
import { InstructionParts } from './instruction-parts.tsx';
import { ReportActions, ReportHead } from './report-card.tsx';
import { REPORT_PARTS, ReportPart } from './report-part.tsx';
import { documentOf, reportQueryOf, useReadReport } from './report-queries.ts';
import { ReportVersions } from './report-versions.tsx';
import './special-report.css';

/** Who sees a report as it was issued alone. */
const NOT_OF_CENTER: ReadonlySet<Role> = new Set(['deputy-mayor', 'mayor', 'administrator']);

/** One special report: the trouble, its cause, the way out; the instruction, and what followed. */
export function Component() {
  const { reportId = '' } = useParams();
  const query = useQuery(reportQueryOf(reportId));
  return (
    <Loaded query={query} rows={10}>
      {(report) => <ReportPage report={report} />}
    </Loaded>
  );
}

function ReportPage({ report }: { report: SpecialReport }) {
  const { t } = useWords();
  const { id, role } = useMe();
  const isUnread = report.deputyMayorId === id && !report.readAt;
  const { mutate: markRead } = useReadReport(report.reportId);
  useEffect(() => {
    if (isUnread) markRead();
  }, [isUnread, markRead]);
  const { open, drawer } = useActionDrawer();
  const { words, instruction, caseNumber, caseTitle, timeline } = report;
  return (
    <Page
      title={caseTitle}
      beside={
        <Link to={`/cases/${caseNumber}`} className="tabular">
          {caseNumber}
        </Link>
      }
      extra={
        <>
          <Button icon={<DownloadOutlined />} href={documentOf(report.reportId)} download>
            {t('work.reports.download')}
          </Button>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('frame.print')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <div className="row no-print">
          <ReportActions report={report} open={open} />
        </div>
        <Card title={t('case.reports')}>
          <ReportHead report={report} />
          <CoveredCases report={report} />
          <dl className="report-words">
            {REPORT_PARTS.map((part) => (
              <ReportPart key={part} name={t(`work.reports.${part}`)} words={words[part]} />
            ))}
          </dl>
        </Card>
        {!NOT_OF_CENTER.has(role) && <ReportVersions report={report} />}
        {instruction && (
          <Card title={t('work.reports.instruction')}>
            <blockquote className="report-instruction words">{instruction}</blockquote>
            <InstructionParts report={report} open={open} />
          </Card>
        )}
        {timeline.length > 0 && (
          <Card title={t('work.reports.course')}>
            <Course timeline={timeline} />
          </Card>
        )}
      </div>
      {drawer}
    </Page>
  );
}
