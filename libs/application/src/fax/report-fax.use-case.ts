import { FAX_GATEWAY, type CasePayloads, type FaxFailure, type FaxResult } from '@hotline/domain';
import { eventsAfter, NoticeEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { AssignmentInput } from '../case/assignment-input.ts';
import type { CaseView } from '../case/case-view.ts';
import { changeCase, lockAnyCase } from '../case/change-case.ts';
import { onCase } from '../case/on-case.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** What became of a sheet. */
interface FaxOutcome {
  readonly result: FaxResult;
  readonly failure?: FaxFailure;
}

export interface ReportFaxInput extends AssignmentInput, FaxOutcome {
  readonly sheet: number;
}

/** 传真回执, entered by hand from what the machine printed. */
export function reportFax(context: UseCaseContext, input: ReportFaxInput): Promise<CaseView> {
  const { caseNumber, ...report } = input;
  return onCase(context, caseNumber, async () => ({ type: 'report-fax', ...report }));
}

export interface TakeFaxReportInput extends FaxOutcome {
  /** What the mail to the gateway bore: nobody else knows it, so it is the right to report on this one sheet. */
  readonly sheetId: string;
}

/**
 * 传真回执 by the gateway's web hook. Told twice, or of a sheet that matters no longer, it is taken and changes nothing.
 * Errors: fax.unknown-sheet.
 */
export function takeFaxReport(
  { orm, clock }: Pick<UseCaseContext, 'orm' | 'clock'>,
  { sheetId, result, failure }: TakeFaxReportInput,
): Promise<{ readonly sheetId: string }> {
  const actor = { userId: FAX_GATEWAY, role: 'gateway' } as const;
  return runUseCase({ orm, clock, actor }, async (transaction) => {
    const { em } = transaction;
    const notice = await em.findOne(NoticeEntity, { id: sheetId, kind: 'fax-sheet' }, { disableIdentityMap: true });
    if (!notice) throw new AppError('fax.unknown-sheet');
    const { stream, subject, eventNumber } = notice;
    const locked = await lockAnyCase(transaction, stream);
    const [event] = await eventsAfter(em, stream, (eventNumber ?? 1) - 1);
    const resent = event?.type === 'FaxResent' ? (event.payload as CasePayloads['FaxResent']).sheet : 1;
    const [assignmentId = ''] = subject.split('/');
    const told = failure ?? (result === 'failed' ? 'other' : undefined);
    const report = { assignmentId, sheet: resent, result, ...(told && result === 'failed' ? { failure: told } : {}) };
    await changeCase(transaction, locked, { type: 'report-fax', ...report });
    return { sheetId };
  });
}
