import { mayDoReport, type CaseCommand, type ReportCommand } from '@hotline/domain';
import { SpecialReportEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeCase } from '../case/change-case.ts';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeReport, lockReport, policyVersionOf } from './change-report.ts';
import { lockInOrder } from './lock-covered.ts';
import { maySeeReport } from './report-sight.ts';
import { reportView, type ReportView } from './report-view.ts';

/**
 * A person's action on a special report, whole: the cases it covers are locked first, then the report; what they must
 * know is appended to each in the same transaction. A deputy mayor acts on the reports in his folder alone.
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
    const { em, actor } = transaction;
    const report = await em.findOne(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true });
    if (!report || !maySeeReport(actor, report)) throw new AppError('report.not-found');
    const locked = await lockInOrder(transaction, [report.caseNumber, ...report.caseNumbers]);
    const row = await lockReport(transaction, reportId);
    const covered = row.state.caseNumbers.map((caseNumber) => locked.get(caseNumber));
    // It covers a case since that was not locked: somebody changed it meanwhile.
    if (covered.includes(undefined)) throw new AppError('report.stale', { present: await reportView(em, report) });
    await ensureFresh(transaction, row, 'report.stale', () => reportView(em, report));
    if (!mayDoReport(actor, action)) throw new AppError('access.denied', { action });
    const command = await toCommand(transaction);
    const version = await policyVersionOf(transaction, report.caseNumber);
    await changeReport(transaction, { id: reportId, row }, version, command);
    for (const one of covered) if (one && toCaseCommand) await changeCase(transaction, one, toCaseCommand);
    return reportView(em, await em.findOneOrFail(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true }));
  });
}
