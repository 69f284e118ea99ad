import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { dayIndexOf, localDayOf, startOfDay, weekdayOf } from '../working-time/local-day.ts';
import type { WorkingTime } from '../working-time/working-time.ts';

/** Which week of a month; 5 is its last, whichever that is. */
export type WeekOfMonth = 1 | 2 | 3 | 4 | 5;

/** 例会日: a day of every month, as the circle agreed on it. */
export interface Rhythm {
  readonly week: WeekOfMonth;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Minutes after midnight, Asia/Shanghai: 9:00 is 540. */
  readonly minute: number;
}

/** The session of a month, `202601`: the month of the day agreed on, also where it was moved into the next. */
export interface PlannedSession {
  readonly month: string;
  readonly startsAt: Instant;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The session of the month that begins on this day; on a holiday it is held on the next working day, at the same hour. */
export function sessionOf(rhythm: Rhythm, firstDay: number, time: WorkingTime): PlannedSession {
  let day = agreedDay(rhythm, firstDay);
  while (!isWorkday(day, time)) day++;
  const month = localDayOf(firstDay).slice(0, 7).replace('-', '');
  return { month, startsAt: instantOf(startOfDay(day) + rhythm.minute * MINUTE) };
}

/** The first session that begins after an instant. */
export function nextSession(rhythm: Rhythm, after: Instant, time: WorkingTime): PlannedSession {
  const today = localDayOf(dayIndexOf(millisecondsOf(after)));
  const [year = 0, month = 1] = today.split('-').map(Number);
  // The session of the month before may have been moved into this one.
  for (let ahead = -1; ; ahead++) {
    const session = sessionOf(rhythm, firstDayOf(year, month + ahead), time);
    if (session.startsAt > after) return session;
  }
}

/** The n-th weekday of a month, counted from its first day or, the last, from its end. */
function agreedDay({ week, weekday }: Rhythm, firstDay: number): number {
  const wanted = weekday % 7;
  if (week === 5) {
    const lastDay = nextMonth(firstDay) - 1;
    return lastDay - ((weekdayOf(lastDay) - wanted + 7) % 7);
  }
  return firstDay + ((wanted - weekdayOf(firstDay) + 7) % 7) + (week - 1) * 7;
}

function isWorkday(day: number, time: WorkingTime): boolean {
  return time.between(instantOf(startOfDay(day)), instantOf(startOfDay(day + 1))) > 0;
}

/** The index of a month's first day; months beyond 12 or below 1 are those of the years beside. */
export function firstDayOf(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / DAY;
}

function nextMonth(firstDay: number): number {
  const [year = 0, month = 1] = localDayOf(firstDay).split('-').map(Number);
  return firstDayOf(year, month + 1);
}
