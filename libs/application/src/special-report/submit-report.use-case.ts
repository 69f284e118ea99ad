import { mayDo, type Folder } from '@hotline/domain';
import { SpecialReportEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeCase } from '../case/change-case.ts';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { lockReport } from './change-report.ts';
import { lockInOrder } from './lock-covered.ts';
import { maySeeReport } from './report-sight.ts';
import { reportView, type ReportView } from './report-view.ts';

export interface SubmitReportInput {
  readonly reportId: string;
  readonly folder: Folder;
}

/**
 * The director issues a drafted report: an urgent one goes to the deputy mayor at once, and the wait for his instruction
 * begins; one that can wait lies in the weekly folder until that goes out.
 */
export function submitReport(context: UseCaseContext, input: SubmitReportInput): Promise<ReportView> {
  const { reportId, folder } = input;
  return runUseCase(context, async (transaction) => {
    const { em, actor } = transaction;
    const report = await em.findOne(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true });
    if (!report || !maySeeReport(actor, report)) throw new AppError('report.not-found');
    const locked = await lockInOrder(transaction, report.caseNumbers);
    const row = await lockReport(transaction, reportId);
    const [first] = row.state.caseNumbers.flatMap((caseNumber) => locked.get(caseNumber) ?? []);
    if (!first || row.state.caseNumbers.some((caseNumber) => !locked.has(caseNumber)))
      throw new AppError('report.stale', { present: await reportView(em, report) });
    await ensureFresh(transaction, row, 'report.stale', () => reportView(em, report));
    if (!mayDo(actor, 'submit-report', first.state)) throw new AppError('access.denied', { action: 'submit-report' });
    await changeCase(transaction, first, { type: 'submit-report', reportId, folder });
    return reportView(em, await em.findOneOrFail(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true }));
  });
}
