import type { ReportWords } from '@hotline/persistence';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { onReport } from './on-report.ts';
import type { ReportView } from './report-view.ts';

export interface ReviseReportInput extends ReportWords {
  readonly reportId: string;
}

/** A draft is put better before it is issued. */
export function reviseReport(context: UseCaseContext, input: ReviseReportInput): Promise<ReportView> {
  const { reportId, trouble, cause, wayOut, tried } = input;
  return onReport(context, reportId, 'revise', async ({ text }) => ({
    type: 'revise',
    text: await text(reportId, JSON.stringify({ trouble, cause, wayOut, tried })),
  }));
}
