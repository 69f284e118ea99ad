import { mayDoReport } from '@hotline/domain';
import { SpecialReportEntity, type ReportWords } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeCase, type LockedCase } from '../case/change-case.ts';
import { maySeeCase } from '../case/case-sight.ts';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeReport, keepReportWords, lockReport, policyVersionOf } from './change-report.ts';
import { deputyMayorOf } from './deputy-mayor.ts';
import { lockInOrder } from './lock-covered.ts';
import { maySeeReport } from './report-sight.ts';
import { reportView, type ReportView } from './report-view.ts';
import { wordsFromLedger } from './report-words.ts';

export interface CoverCasesInput {
  readonly reportId: string;
  /** Besides the one it was drafted for; those left out are covered no longer. */
  readonly caseNumbers: readonly string[];
}

/**
 * 并报: a draft covers several cases of the same deputy mayor. What the ledger knows of those that join is added to its
 * words, for the drafter to revise. Errors: report.other-deputy-mayor, report.already-open, report.wrong-status.
 */
export function coverCases(context: UseCaseContext, { reportId, caseNumbers }: CoverCasesInput): Promise<ReportView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor } = transaction;
    const report = await em.findOne(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true });
    if (!report || !maySeeReport(actor, report)) throw new AppError('report.not-found');
    const locked = await lockInOrder(transaction, [report.caseNumber, ...report.caseNumbers, ...caseNumbers]);
    const row = await lockReport(transaction, reportId);
    await ensureFresh(transaction, row, 'report.stale', () => reportView(em, report));
    if (!mayDoReport(actor, 'cover')) throw new AppError('access.denied', { action: 'cover' });
    const before = row.state.caseNumbers;
    const wanted = [...new Set([...before.filter((one) => one === report.caseNumber), ...caseNumbers])];
    const among = (numbers: readonly string[]) => numbers.flatMap((one) => locked.get(one) ?? []);
    const joining = among(wanted.filter((one) => !before.includes(one)));
    const leaving = among(before.filter((one) => !wanted.includes(one)));
    if (joining.length + leaving.length > 0) {
      for (const one of joining) await ensureCoverable(transaction, one, report.deputyMayorId);
      const version = await policyVersionOf(transaction, report.caseNumber);
      const covered = await changeReport(transaction, { id: reportId, row }, version, {
        type: 'cover',
        caseNumbers: wanted,
      });
      if (joining.length > 0) {
        const text = await keepReportWords(transaction, reportId, await extended(transaction, report.words, joining));
        await changeReport(transaction, { id: reportId, row: covered.row }, version, { type: 'revise', text });
      }
      for (const one of joining) await changeCase(transaction, one, { type: 'join-report', reportId });
      for (const one of leaving) await changeCase(transaction, one, { type: 'leave-report', reportId });
    }
    return reportView(em, await em.findOneOrFail(SpecialReportEntity, { id: reportId }, { disableIdentityMap: true }));
  });
}

async function ensureCoverable(transaction: Transaction, { state }: LockedCase, deputyMayorId: string): Promise<void> {
  if (!(await maySeeCase(transaction, state))) throw new AppError('case.not-found');
  if ((await deputyMayorOf(transaction.em, state)) !== deputyMayorId)
    throw new AppError('report.other-deputy-mayor', { caseNumber: state.caseNumber });
}

async function extended({ em }: Transaction, words: ReportWords, joining: readonly LockedCase[]): Promise<ReportWords> {
  const added = await wordsFromLedger(
    em,
    joining.map(({ state }) => state),
    'headed',
  );
  const both = (part: 'trouble' | 'cause' | 'tried' | 'wayOut'): string => `${words[part]}\n${added[part]}`;
  return { ...words, trouble: both('trouble'), cause: both('cause'), tried: both('tried'), wayOut: both('wayOut') };
}
