import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import type { SpecialReport } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import type { OpenAction } from '../case/ask-of-action.ts';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords, type Speech } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { ReportActions, ReportHead } from './report-card.tsx';
import { CoveredCases } from './covered-cases.tsx';
import { REPORT_PARTS, ReportPart } from './report-part.tsx';
import { FolderSwitch, ReportFiltersBar } from './report-filters-bar.tsx';
import { reportsQueryOf } from './report-queries.ts';
import { useReportFilters } from './use-report-filters.ts';
import './special-report.css';

/** Special reports, the urgent folder and the weekly one apart; a deputy mayor's own are his. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const isFolder = role === 'deputy-mayor';
  const { filters, change, clear, isFiltered } = useReportFilters();
  const paging = usePaging();
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  const reports = useQuery(reportsQueryOf({ limit: 20, ...given, ...(paging.after ? { after: paging.after } : {}) }));
  const { open, drawer } = useActionDrawer();
  return (
    <Page
      title={t(isFolder ? 'frame.place.folder' : 'frame.place.reports')}
      extra={<FolderSwitch filters={filters} change={change} />}
    >
      <ReportFiltersBar filters={filters} change={change} clear={isFiltered ? clear : undefined} />
      <Loaded query={reports}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NothingHere {...nothing(isFiltered, isFolder, t)} />
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

function nothing(isFiltered: boolean, isFolder: boolean, t: Speech['t']): { title: string; hint?: string } {
  if (isFiltered) return { title: t('work.reports.noneFound'), hint: t('work.reports.noneFoundHint') };
  return { title: t(isFolder ? 'work.reports.noneFolder' : 'work.reports.none') };
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
