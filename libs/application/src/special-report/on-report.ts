import { mayDoReport, type CaseCommand, type ReportCommand } from '@hotline/domain';
import { SpecialReportEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeCase, lockAnyCase } from '../case/change-case.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeReport, lockReport } from './change-report.ts';
import { maySeeReport } from './report-sight.ts';
import { reportView, type ReportView } from './report-view.ts';

/**
 * A person's action on a special report, whole: the case is locked first, then the report; what the case must know is
 * appended to it in the same transaction. A deputy mayor acts on the reports in his folder alone.
 * Errors: report.not-found, report.stale, access.denied.
 */
export function onReport(
  context: UseCaseContext,
  reportId: string,
  action: ReportCommand['type'],
  toCommand: (transaction: Transaction) => Promise<ReportCommand>,
  toCaseCommand?: CaseCommand,
): Promise<ReportView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, expectedRevision } = transaction;
    const report = await em.findOne(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true });
    if (!report || !maySeeReport(actor, report)) throw new AppError('report.not-found');
    const locked = await lockAnyCase(transaction, report.caseNumber);
    const row = await lockReport(transaction, reportId);
    if (expectedRevision !== undefined && expectedRevision !== row.revision)
      throw new AppError('report.stale', { present: await reportView(em, report) });
    if (!mayDoReport(actor, action)) throw new AppError('access.denied', { action });
    const command = await toCommand(transaction);
    await changeReport(transaction, { id: reportId, row }, locked.state.policyVersion, command);
    if (toCaseCommand) await changeCase(transaction, locked, toCaseCommand);
    return reportView(em, await em.findOneOrFail(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true }));
  });
}
