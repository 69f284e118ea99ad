import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { onReport } from './on-report.ts';
import type { ReportView } from './report-view.ts';

export interface EndReportInput {
  readonly reportId: string;
  readonly result: 'solved' | 'unsolved' | 'withdrawn';
  readonly text: string;
}

/** The follow-up ends: the matter is solved, or the director says why not. */
export function endReport(context: UseCaseContext, input: EndReportInput): Promise<ReportView> {
  const { reportId, result } = input;
  return onReport(
    context,
    reportId,
    'end',
    async ({ text }) => ({ type: 'end', result, text: await text(reportId, input.text) }),
    { type: 'end-report', reportId, result },
  );
}
