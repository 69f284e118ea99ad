import { mayDo } from '@hotline/domain';
import { SpecialReportEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeCase, lockAnyCase } from '../case/change-case.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { lockReport } from './change-report.ts';
import { maySeeReport } from './report-sight.ts';
import { reportView, type ReportView } from './report-view.ts';

/** The director issues a drafted report: it goes into the deputy mayor's folder, and the wait for his instruction begins. */
export function submitReport(context: UseCaseContext, input: { readonly reportId: string }): Promise<ReportView> {
  const { reportId } = input;
  return runUseCase(context, async (transaction) => {
    const { em, actor, expectedRevision } = transaction;
    const report = await em.findOne(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true });
    if (!report || !maySeeReport(actor, report)) throw new AppError('report.not-found');
    const locked = await lockAnyCase(transaction, report.caseNumber);
    const row = await lockReport(transaction, reportId);
    if (expectedRevision !== undefined && expectedRevision !== row.revision)
      throw new AppError('report.stale', { present: await reportView(em, report) });
    if (!mayDo(actor, 'submit-report', locked.state)) throw new AppError('access.denied', { action: 'submit-report' });
    await changeCase(transaction, locked, { type: 'submit-report', reportId });
    return reportView(em, await em.findOneOrFail(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true }));
  });
}
