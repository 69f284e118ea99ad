import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { onReport } from './on-report.ts';
import type { ReportView } from './report-view.ts';

export interface FollowUpReportInput {
  readonly reportId: string;
  readonly text: string;
  /** The part of the instruction that is done by this. */
  readonly partId?: string;
}

/** 跟踪追办: what became of the instruction; a part named is done. */
export function followUpReport(context: UseCaseContext, input: FollowUpReportInput): Promise<ReportView> {
  const { reportId, partId } = input;
  return onReport(context, reportId, 'follow-up', async ({ text }) => ({
    type: 'follow-up',
    text: await text(reportId, input.text),
    ...(partId ? { partId } : {}),
  }));
}
