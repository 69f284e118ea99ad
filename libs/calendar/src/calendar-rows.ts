import type { LocalDay, WorkingCalendar } from '@hotline/domain';

/** A day that differs from Monday-to-Friday, as the State Council's yearly notice names it and a table keeps it. */
export interface CalendarRow {
  /** A day of the Shanghai calendar, `2026-02-17`. */
  readonly day: LocalDay;
  /** `workday` is a weekend day worked to make up for a holiday (调休). */
  readonly kind: 'holiday' | 'workday';
  /** The holiday it is, or makes up for: 春节. */
  readonly name: string;
}

/** Every yearly notice names National Day: a year without it is one whose notice is not in the table. */
const NAMED_IN_EVERY_NOTICE = '-10-01';

/**
 * The working calendar that a table of days makes. A year is known when its notice was entered; a single day of another
 * year counts as that day, and leaves the year's deadlines provisional (DESIGN, section 6).
 */
export function calendarFromRows(rows: readonly CalendarRow[]): WorkingCalendar {
  const knownYears = rows
    .filter(({ day, kind }) => kind === 'holiday' && day.endsWith(NAMED_IN_EVERY_NOTICE))
    .map(({ day }) => Number(day.slice(0, 4)));
  return {
    days: Object.fromEntries(rows.map(({ day, kind }) => [day, kind])),
    names: Object.fromEntries(rows.map(({ day, name }) => [day, name])),
    knownYears: [...new Set(knownYears)].sort((left, right) => left - right),
  };
}
