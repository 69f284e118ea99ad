import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarRow } from './calendar-rows.ts';

/**
 * Public holidays and make-up workdays of China from 2004 to 2026, by the State Council's yearly notices, in order of
 * time. Read from the package's table of plain dates: its functions shift days under another time zone, and call every
 * weekday of a year they do not know a workday.
 */
export function publicHolidays(): CalendarRow[] {
  return [...rowsOf(table.holidays, 'holiday'), ...rowsOf(table.workdays, 'workday')].sort((left, right) =>
    left.day < right.day ? -1 : 1,
  );
}

/** An entry reads `Spring Festival,春节,4`: English name, Chinese name, length. */
function rowsOf(days: Readonly<Record<string, string>>, kind: CalendarRow['kind']): CalendarRow[] {
  return Object.entries(days).map(([day, entry]) => ({ day, kind, name: entry.split(',')[1] ?? entry }));
}
