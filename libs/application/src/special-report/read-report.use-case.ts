import { SpecialReportEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { maySeeReport } from './report-sight.ts';
import { reportView, type ReportView } from './report-view.ts';

/**
 * 已阅: the deputy mayor opened a report of his folder; opening it again changes nothing, and no process is told.
 * Errors: report.not-found, access.denied.
 */
export function readReport(context: UseCaseContext, { reportId }: { readonly reportId: string }): Promise<ReportView> {
  return runUseCase(context, async ({ em, actor, now }) => {
    const report = await em.findOne(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true });
    if (!report || !maySeeReport(actor, report)) throw new AppError('report.not-found');
    if (actor.userId !== report.deputyMayorId) throw new AppError('access.denied', { action: 'read-report' });
    const readAt = report.readAt ?? new Date(now);
    await em.nativeUpdate(SpecialReportEntity, { id: reportId, readAt: null }, { readAt });
    return reportView(em, { ...report, readAt });
  });
}
