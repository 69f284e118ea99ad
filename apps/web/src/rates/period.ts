import type { Dayjs } from 'dayjs';
import { instantOf, wallClock } from '../time/local-time.ts';

/** 本月, 上月, 本季, 上季, 本年, 上年: the periods that are reported on. */
export const PERIODS = ['month', 'last-month', 'quarter', 'last-quarter', 'year', 'last-year'] as const;
export type PeriodName = (typeof PERIODS)[number];

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** A period by its name, as it is at an instant: from its first instant, included, to its last, excluded; at most until then. */
export function periodOf(name: PeriodName, now: string | number): { readonly from: string; readonly to: string } {
  const length = MONTHS[name.replace('last-', '') as keyof typeof MONTHS];
  const wall = wallClock(now);
  const begin = monthsFrom(wall.startOf('month'), -(wall.month() % length));
  if (!name.startsWith('last-')) return { from: instantOf(begin), to: instantOf(wall) };
  return { from: instantOf(monthsFrom(begin, -length)), to: instantOf(begin) };
}

const monthsFrom = (wall: Dayjs, months: number): Dayjs => wall.add(months, 'month');
