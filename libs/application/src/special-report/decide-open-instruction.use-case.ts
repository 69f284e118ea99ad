import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { findExecutive } from './deputy-mayor.ts';
import { onReport } from './on-report.ts';
import type { ReportView } from './report-view.ts';

export interface DecideOpenInstructionInput {
  readonly reportId: string;
  readonly tell: boolean;
  readonly text: string;
}

/**
 * What stays open after the instruction's term: the director decides whether the executive deputy mayor (常务副市长) hears
 * of it, and says why. Told, he sees the report. Errors: instruction.not-overdue, instruction.no-executive.
 */
export function decideOpenInstruction(context: UseCaseContext, input: DecideOpenInstructionInput): Promise<ReportView> {
  const { reportId, tell } = input;
  return onReport(context, reportId, 'decide-open', async ({ em, text }) => {
    const executiveId = tell ? await findExecutive(em) : undefined;
    if (tell && !executiveId) throw new AppError('instruction.no-executive');
    return {
      type: 'decide-open',
      ...(executiveId ? { executiveId } : {}),
      text: await text(reportId, input.text),
    };
  });
}
