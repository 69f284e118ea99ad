import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { onReport } from './on-report.ts';
import type { ReportView } from './report-view.ts';

export interface ReviewPartInput {
  readonly reportId: string;
  readonly partId: string;
  readonly accepted: boolean;
  /** Why it is sent back. */
  readonly text?: string;
}

/** The center accepts what a unit reported as done, or sends it back with words. Errors: instruction.part-reason-missing. */
export function reviewPart(context: UseCaseContext, input: ReviewPartInput): Promise<ReportView> {
  const { reportId, partId, accepted } = input;
  return onReport(context, reportId, 'review-part', async ({ text }) => ({
    type: 'review-part',
    partId,
    accepted,
    ...(input.text ? { text: await text(reportId, input.text) } : {}),
  }));
}
