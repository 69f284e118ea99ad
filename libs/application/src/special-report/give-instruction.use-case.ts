import type { Instant } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { ensureUnit } from '../organisation/known.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { onReport } from './on-report.ts';
import type { ReportView } from './report-view.ts';

export interface GiveInstructionInput {
  readonly reportId: string;
  readonly text: string;
  readonly dueAt: Instant;
  readonly parts: readonly { readonly unitId: string; readonly text: string; readonly dueAt: Instant }[];
}

/** 批示: the deputy mayor's instruction with its term and what each unit is to do; the center follows it until solved. */
export function giveInstruction(context: UseCaseContext, input: GiveInstructionInput): Promise<ReportView> {
  const { reportId, dueAt } = input;
  return onReport(
    context,
    reportId,
    'give-instruction',
    async ({ em, text }) => {
      if (!input.text.trim()) throw new AppError('instruction.empty');
      const parts = [];
      for (const part of input.parts) {
        await ensureUnit(em, part.unitId);
        parts.push({ unitId: part.unitId, dueAt: part.dueAt, text: await text(reportId, part.text) });
      }
      return { type: 'give-instruction', dueAt, parts, text: await text(reportId, input.text) };
    },
    { type: 'receive-instruction', reportId, dueAt },
  );
}
