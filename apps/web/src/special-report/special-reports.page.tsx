import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { REPORT_STATUSES, type SpecialReport } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import type { OpenAction } from '../case/ask-of-action.ts';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { StatusSwitch, useStatus } from '../frame/status-switch.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { ReportActions, ReportHead } from './report-card.tsx';
import { CoveredCases } from './covered-cases.tsx';
import { REPORT_PARTS, ReportPart } from './report-part.tsx';
import { reportsQueryOf } from './report-queries.ts';
import './special-report.css';

/** A draft is the center's own. */
const SEEN_BY_MAYORS = REPORT_STATUSES.filter((status) => status !== 'draft');

/** Special reports; a deputy mayor's own are his folder. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const isFolder = role === 'deputy-mayor';
  const statuses = role === 'deputy-mayor' || role === 'mayor' ? SEEN_BY_MAYORS : REPORT_STATUSES;
  const status = useStatus(statuses);
  const paging = usePaging();
  const reports = useQuery(
    reportsQueryOf({ limit: 20, ...(status ? { status } : {}), ...(paging.after ? { after: paging.after } : {}) }),
  );
  const { open, drawer } = useActionDrawer();
  return (
    <Page
      title={t(isFolder ? 'frame.place.folder' : 'frame.place.reports')}
      extra={<StatusSwitch of={statuses} group="reportStatus" />}
    >
      <Loaded query={reports}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NothingHere title={t(isFolder ? 'work.reports.noneFolder' : 'work.reports.none')} />
          ) : (
            <div className="stack">
              {items.map((report) => (
                <ReportInFolder key={report.reportId} report={report} open={open} />
              ))}
              <Pager paging={paging} {...(next ? { next } : {})} />
            </div>
          )
        }
      </Loaded>
      {drawer}
    </Page>
  );
}

function ReportInFolder({ report, open }: { report: SpecialReport; open: OpenAction }) {
  const { t } = useWords();
  const { reportId, caseNumber, caseTitle, words, instruction } = report;
  return (
    <Card
      className={report.status === 'submitted' ? 'report-waits' : ''}
      title={<Link to={`/special-reports/${reportId}`}>{caseTitle}</Link>}
      extra={
        <Link to={`/cases/${caseNumber}`} className="tabular">
          {caseNumber}
        </Link>
      }
    >
      <ReportHead report={report} />
      <CoveredCases report={report} />
      <dl className="report-words">
        {REPORT_PARTS.map((part) => (
          <ReportPart key={part} name={t(`work.reports.${part}`)} words={words[part]} />
        ))}
        {instruction && <ReportPart name={t('work.reports.instruction')} words={instruction} />}
      </dl>
      <div className="assignment-actions no-print">
        <ReportActions report={report} open={open} />
      </div>
    </Card>
  );
}
