import type { Instant, UrgentReportTexts } from '@hotline/domain';
import { onCase } from '../case/on-case.ts';
import type { CaseView } from '../case/case-view.ts';
import { findDeputyMayorOf } from '../special-report/deputy-mayor.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** 应急处置: from now on minutes count; the director is told at once, the units are phoned. Errors: emergency.declared-before. */
export function declareEmergency(
  context: UseCaseContext,
  input: { readonly caseNumber: string; readonly reason: string },
): Promise<CaseView> {
  const { caseNumber } = input;
  return onCase(context, caseNumber, async ({ text }) => ({
    type: 'declare-emergency',
    reason: await text(caseNumber, input.reason),
  }));
}

/** 紧急信息报送: the leaders must hear of it within minutes of the event. Errors: urgent-report.open, urgent-report.in-future. */
export function requireUrgentReport(
  context: UseCaseContext,
  input: { readonly caseNumber: string; readonly happenedAt?: Instant | undefined; readonly reason: string },
): Promise<CaseView> {
  const { caseNumber, happenedAt } = input;
  return onCase(context, caseNumber, async ({ text, now }) => ({
    type: 'require-urgent-report',
    happenedAt: happenedAt ?? now,
    reason: await text(caseNumber, input.reason),
  }));
}

export interface SendUrgentReportInput extends Readonly<Record<keyof UrgentReportTexts, string>> {
  readonly caseNumber: string;
  /** When the next one follows; without it this is the last. */
  readonly nextAt?: Instant | undefined;
}

/**
 * A report to the mayor, the deputy mayor in charge of the lead unit, and the director, in the house and by mail.
 * Errors: urgent-report.none, urgent-report.next-in-past.
 */
export function sendUrgentReport(context: UseCaseContext, input: SendUrgentReportInput): Promise<CaseView> {
  const { caseNumber, nextAt } = input;
  return onCase(context, caseNumber, async ({ em, text }, { state }) => {
    const deputyMayorId = await findDeputyMayorOf(em, state);
    return {
      type: 'send-urgent-report',
      what: await text(caseNumber, input.what),
      where: await text(caseNumber, input.where),
      casualties: await text(caseNumber, input.casualties),
      measures: await text(caseNumber, input.measures),
      atScene: await text(caseNumber, input.atScene),
      ...(nextAt ? { nextAt } : {}),
      ...(deputyMayorId ? { deputyMayorId } : {}),
    };
  });
}
