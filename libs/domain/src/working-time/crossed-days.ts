import { millisecondsOf, type Instant } from '../instant.ts';
import type { WorkingCalendar } from './desk-time.ts';
import { dayIndexOf, localDayOf, weekdayOf, type LocalDay } from './local-day.ts';

/** Days in a row that a term passes over, or works on, for the same reason. */
export interface CrossedDays {
  readonly why: 'holiday' | 'weekend' | 'make-up-workday';
  /** The holiday it is, or that is made up for; empty for a weekend. */
  readonly name: string;
  readonly first: LocalDay;
  readonly last: LocalDay;
  readonly count: number;
}

/**
 * The days from one instant to another, the first day and the last included, on which the calendar departs from an
 * ordinary working day: in order, days in a row for one reason together.
 */
export function crossedDays(calendar: WorkingCalendar, from: Instant, to: Instant): CrossedDays[] {
  const crossed: CrossedDays[] = [];
  for (let index = dayIndexOf(millisecondsOf(from)); index <= dayIndexOf(millisecondsOf(to)); index++) {
    const day = localDayOf(index);
    const why = reasonFor(calendar, day, index);
    if (!why) continue;
    const name = why === 'weekend' ? '' : (calendar.names?.[day] ?? '');
    const before = crossed.at(-1);
    const inARow = before?.why === why && before.name === name && before.last === localDayOf(index - 1);
    if (inARow) crossed[crossed.length - 1] = { ...before, last: day, count: before.count + 1 };
    else crossed.push({ why, name, first: day, last: day, count: 1 });
  }
  return crossed;
}

function reasonFor(calendar: WorkingCalendar, day: LocalDay, index: number): CrossedDays['why'] | undefined {
  const exception = calendar.days[day];
  if (exception) return exception === 'holiday' ? 'holiday' : 'make-up-workday';
  const weekday = weekdayOf(index);
  return weekday === 0 || weekday === 6 ? 'weekend' : undefined;
}
