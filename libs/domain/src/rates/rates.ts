import type { Instant } from '../instant.ts';
import type { AssignmentFacts, CallbackFacts, CaseFacts } from './rate-facts.ts';

/** From the first instant, included, to the last, excluded. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** A rate with the counts it comes from. */
export interface Rate {
  readonly count: number;
  readonly of: number;
  /** `count / of`; null where none was due: a zero denominator is never 0 %. */
  readonly rate: number | null;
  /** Fewer than ten: the counts are shown with the rate. */
  readonly fewCounts: boolean;
}

const FEW = 10;

/** A rate of counts; none where nothing was due. */
export function rateOf(count: number, of: number): Rate {
  return { count, of, rate: of === 0 ? null : count / of, fewCounts: of < FEW };
}

/** Whether an instant lies in a period. */
export const within = (at: Instant, { from, to }: Period): boolean => at >= from && at < to;

/** For a unit: each of its assignments, as lead or co unit. */
export function ofUnit<Row extends { readonly unitId?: string }>(rows: readonly Row[], unitId: string): Row[] {
  return rows.filter((row) => row.unitId === unitId);
}

/** For the city: per case, by its lead. */
export function ofCity(rows: readonly AssignmentFacts[]): AssignmentFacts[] {
  return rows.filter(({ role }) => role === 'lead');
}

/**
 * The due set of a period (DESIGN, section 8): assignments whose final due, after granted extensions and suspensions,
 * lies in it, less accepted returns, withdrawn, merged and excluded by ruling.
 */
export function dueSet(rows: readonly AssignmentFacts[], period: Period): AssignmentFacts[] {
  return rows.filter(({ dueAt, excluded }) => excluded === undefined && within(dueAt, period));
}

/** 按期办结率 on-time completion: finally accepted feedback submitted by the due / due set (review time is not the unit's). */
export function onTimeCompletionRate(rows: readonly AssignmentFacts[], period: Period): Rate {
  const due = dueSet(rows, period);
  return rateOf(due.filter(completedInTime).length, due.length);
}

/** 按期反馈率 on-time feedback: first feedback or interim report by the due / due set. Never below on-time completion. */
export function onTimeFeedbackRate(rows: readonly AssignmentFacts[], period: Period): Rate {
  const due = dueSet(rows, period);
  return rateOf(due.filter(fedBackInTime).length, due.length);
}

/** Whether what was finally accepted was submitted by the due. */
export function completedInTime({ acceptedFeedbackAt, dueAt }: AssignmentFacts): boolean {
  return isBy(acceptedFeedbackAt, dueAt);
}

/** Whether something was reported by the due. */
export function fedBackInTime(row: AssignmentFacts): boolean {
  return completedInTime(row) || isBy(row.firstReportAt, row.dueAt);
}

function isBy(at: Instant | undefined, dueAt: Instant): boolean {
  return at !== undefined && at <= dueAt;
}

/**
 * Effective callbacks of a period: the citizen was reached. Not reached, refused and excluded do not count; the first
 * verdict appraises, redo is shown apart.
 */
export function effectiveCallbacks(rows: readonly CallbackFacts[], period: Period): CallbackFacts[] {
  return rows.filter(
    ({ result, first, excluded, at }) => result === 'reached' && first && !excluded && within(at, period),
  );
}

/** 群众满意率 satisfaction: (satisfied + basically) / effective callbacks. */
export function satisfactionRate(rows: readonly CallbackFacts[], period: Period): Rate {
  const effective = effectiveCallbacks(rows, period);
  const content = effective.filter((row) => row.satisfaction === 'satisfied' || row.satisfaction === 'basically');
  return rateOf(content.length, effective.length);
}

/** 解决率 solved: solved / effective callbacks. */
export function solvedRate(rows: readonly CallbackFacts[], period: Period): Rate {
  const effective = effectiveCallbacks(rows, period);
  return rateOf(effective.filter((row) => row.solved === true).length, effective.length);
}

/**
 * 综合办结率 overall completion: (direct answers + completed cases, late or not) / valid requests, of those registered in
 * the period, as they stand at its end, the cut-off. The seed's 96.8 %: 28,001 valid, 23,628 direct, 4,373 assigned, of
 * which about 3,477 were completed.
 */
export function overallCompletionRate(rows: readonly CaseFacts[], period: Period): Rate {
  const valid = validRequests(rows, period);
  return rateOf(
    valid.filter(({ completedAt }) => completedAt !== undefined && completedAt < period.to).length,
    valid.length,
  );
}

/** 直办率 direct answers: answered at the desk / valid requests. The seed: 84.4 %. */
export function directAnswerRate(rows: readonly CaseFacts[], period: Period): Rate {
  const valid = validRequests(rows, period);
  const direct = valid.filter((row) => row.direct && row.completedAt !== undefined && row.completedAt < period.to);
  return rateOf(direct.length, valid.length);
}

function validRequests(rows: readonly CaseFacts[], period: Period): CaseFacts[] {
  return rows.filter(({ valid, registeredAt }) => valid && within(registeredAt, period));
}
