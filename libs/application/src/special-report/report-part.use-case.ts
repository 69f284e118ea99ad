import { caseOfStream, mayDoReport } from '@hotline/domain';
import { InstructionPartEntity, SpecialReportEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeReport, lockReport, policyVersionOf } from './change-report.ts';
import { partViews, type InstructionPartView } from './part-view.ts';
import { maySeeReport } from './report-sight.ts';

export interface ReportPartInput {
  readonly reportId: string;
  readonly partId: string;
  readonly text: string;
  /** It is done, for the center to look at. */
  readonly done: boolean;
}

/**
 * A unit's people report on their own part of an instruction. What is another's is not there.
 * Errors: report.not-found, instruction.part-not-found, report.stale, access.denied.
 */
export function reportPart(context: UseCaseContext, input: ReportPartInput): Promise<InstructionPartView> {
  const { reportId, partId, done } = input;
  return runUseCase(context, async (transaction) => {
    const { em, actor, text } = transaction;
    if (!actor.unitId) {
      const report = await em.findOne(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true });
      if (!report || !maySeeReport(actor, report)) throw new AppError('report.not-found');
    }
    if (!mayDoReport(actor, 'report-part')) throw new AppError('access.denied', { action: 'report-part' });
    const own = { reportId, unitId: actor.unitId ?? '' };
    const parts = await em.find(InstructionPartEntity, own, { disableIdentityMap: true });
    if (parts.length === 0) throw new AppError('report.not-found');
    if (!parts.some((part) => part.partId === partId)) throw new AppError('instruction.part-not-found', { partId });
    const view = async (): Promise<InstructionPartView> => {
      const rows = await em.find(InstructionPartEntity, { ...own, partId }, { disableIdentityMap: true });
      const [seen] = await partViews(em, rows);
      if (!seen) throw new Error(`the part ${partId} of ${reportId} has no stream`);
      return seen;
    };
    const row = await lockReport(transaction, reportId);
    await ensureFresh(transaction, row, 'report.stale', view);
    const version = await policyVersionOf(transaction, caseOfStream(reportId));
    const words = await text(reportId, input.text);
    await changeReport(transaction, { id: reportId, row }, version, { type: 'report-part', partId, text: words, done });
    return view();
  });
}
