import type { CallLine } from '../call/call-policy.ts';
import { millisecondsOf, type Instant } from '../instant.ts';
import { dayIndexOf, localDayOf, startOfDay, type LocalDay } from '../working-time/local-day.ts';
import { rateOf, within, type Period, type Rate } from './rates.ts';

/** A call as the telephone tells it. */
export interface CallFacts {
  readonly line: CallLine;
  readonly rangAt: Instant;
  /** Absent where nobody took it. */
  readonly answeredAt?: Instant;
}

export interface CallFigures {
  /** 接通率: answered / all that rang. */
  readonly connected: Rate;
  /** 及时接听率: answered within the policy's seconds / all that rang. */
  readonly inTime: Rate;
  /** How long the callers who were answered waited, on average, in seconds; null where none was. */
  readonly secondsWaited: number | null;
}

export interface CallReport extends CallFigures {
  readonly byLine: readonly (CallFigures & { readonly line: CallLine })[];
  /** Days of the city, in order; those without a call are left out. */
  readonly byDay: readonly (CallFigures & { readonly day: LocalDay })[];
  /** Hours of the city's day, 0 to 23; those without a call are left out. */
  readonly byHour: readonly (CallFigures & { readonly hour: number })[];
}

const SECOND = 1_000;
const HOUR = 3_600_000;

/** Answer and connect rates of the calls that rang in a period: of all, by line, by day, by hour of the day. */
export function callReport(calls: readonly CallFacts[], period: Period, answerWithinSeconds: number): CallReport {
  const rang = calls.filter(({ rangAt }) => within(rangAt, period));
  const grouped = <Key extends string | number>(keyOf: (call: CallFacts) => Key) =>
    [...Map.groupBy(rang, keyOf)]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, of]) => [key, figuresOf(of, answerWithinSeconds)] as const);
  return {
    ...figuresOf(rang, answerWithinSeconds),
    byLine: grouped(({ line }) => line).map(([line, figures]) => ({ line, ...figures })),
    byDay: grouped(({ rangAt }) => localDayOf(dayIndexOf(millisecondsOf(rangAt)))).map(([day, figures]) => ({
      day,
      ...figures,
    })),
    byHour: grouped(hourOf).map(([hour, figures]) => ({ hour, ...figures })),
  };
}

function hourOf({ rangAt }: CallFacts): number {
  const at = millisecondsOf(rangAt);
  return Math.floor((at - startOfDay(dayIndexOf(at))) / HOUR);
}

function figuresOf(calls: readonly CallFacts[], answerWithinSeconds: number): CallFigures {
  const waits = calls.flatMap(({ rangAt, answeredAt }) =>
    answeredAt === undefined ? [] : [(millisecondsOf(answeredAt) - millisecondsOf(rangAt)) / SECOND],
  );
  const waited = waits.reduce((sum, wait) => sum + wait, 0);
  return {
    connected: rateOf(waits.length, calls.length),
    inTime: rateOf(waits.filter((wait) => wait <= answerWithinSeconds).length, calls.length),
    secondsWaited: waits.length === 0 ? null : waited / waits.length,
  };
}
