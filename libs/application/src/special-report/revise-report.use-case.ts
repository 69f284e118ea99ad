import type { ReportWords } from '@hotline/persistence';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { keepReportWords } from './change-report.ts';
import { onReport } from './on-report.ts';
import type { ReportView } from './report-view.ts';

export interface ReviseReportInput extends ReportWords {
  readonly reportId: string;
}

/** A draft is put better before it is issued. */
export function reviseReport(context: UseCaseContext, input: ReviseReportInput): Promise<ReportView> {
  const { reportId, ...words } = input;
  return onReport(context, reportId, 'revise', async (transaction) => ({
    type: 'revise',
    text: await keepReportWords(transaction, reportId, words),
  }));
}
