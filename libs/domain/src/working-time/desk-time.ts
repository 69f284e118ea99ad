import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { dayIndexOf, localDayOf, startOfDay, weekdayOf, type LocalDay } from './local-day.ts';
import type { Reached, Term, WorkingTime } from './working-time.ts';

/** Desk hours of a working day, in minutes after midnight, Asia/Shanghai: 8:30 is 510. */
export interface DeskHours {
  readonly from: number;
  readonly to: number;
}

/** Days that differ from Monday-to-Friday, by the State Council's yearly notice. */
export interface WorkingCalendar {
  readonly days: Readonly<Record<LocalDay, 'holiday' | 'workday'>>;
  /** What those days are called (春节), to explain a deadline with. */
  readonly names?: Readonly<Record<LocalDay, string>>;
  /** Years whose notice is known. In any other year weekends alone are free and deadlines are provisional. */
  readonly knownYears: readonly number[];
}

interface Slot {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
/** Ten years may be asked for, and ten more lie between a wait's start and its end. */
const HORIZON_IN_DAYS = 11_000;

/** The days of a calendar, by their index, with their desk hours. */
function daysOf(calendar: WorkingCalendar, hours: readonly DeskHours[]) {
  const known = new Set(calendar.knownYears);
  const isWorkday = (day: number): boolean => {
    const exception = calendar.days[localDayOf(day)];
    if (exception) return exception === 'workday';
    const weekday = weekdayOf(day);
    return weekday !== 0 && weekday !== 6;
  };
  const slotsOf = (day: number): readonly Slot[] =>
    isWorkday(day)
      ? hours.map(({ from, to }) => ({ from: startOfDay(day) + from * MINUTE, to: startOfDay(day) + to * MINUTE }))
      : [];
  return {
    isKnown: remembered((day) => known.has(Number(localDayOf(day).slice(0, 4)))),
    slotsOf: remembered(slotsOf),
  };
}

/** A day is asked for again and again, by every term that crosses it. */
function remembered<Answer>(ask: (day: number) => Answer): (day: number) => Answer {
  const answers = new Map<number, Answer>();
  return (day) => {
    let answer = answers.get(day);
    if (answer === undefined) {
      answer = ask(day);
      answers.set(day, answer);
    }
    return answer;
  };
}

/** Working time by desk hours, public holidays and make-up workdays (DESIGN, section 6). */
export function deskTime(calendar: WorkingCalendar, hours: readonly DeskHours[]): WorkingTime {
  const workingDay = hours.reduce((sum, slot) => sum + (slot.to - slot.from) * MINUTE, 0);
  const { isKnown, slotsOf } = daysOf(calendar, hours);

  function addWorking(from: Instant, workingMilliseconds: number): Reached {
    const start = millisecondsOf(from);
    let left = workingMilliseconds;
    let provisional = false;
    const first = dayIndexOf(start);
    for (let day = first; day < first + HORIZON_IN_DAYS; day++) {
      provisional ||= !isKnown(day);
      for (const slot of slotsOf(day)) {
        const begin = Math.max(slot.from, start);
        if (begin > slot.to || (begin === slot.to && left > 0)) continue;
        if (left <= slot.to - begin) return { at: instantOf(begin + left), provisional };
        left -= slot.to - begin;
      }
    }
    throw new RangeError('the term reaches beyond thirty years');
  }

  function between(from: Instant, to: Instant): number {
    const start = millisecondsOf(from);
    const end = millisecondsOf(to);
    let sum = 0;
    for (let day = dayIndexOf(start); day <= dayIndexOf(end); day++)
      for (const slot of slotsOf(day)) sum += Math.max(0, Math.min(slot.to, end) - Math.max(slot.from, start));
    return sum;
  }

  function lastAtOrBefore(at: Instant): Instant {
    const end = millisecondsOf(at);
    const last = dayIndexOf(end);
    for (let day = last; day > last - HORIZON_IN_DAYS; day--)
      for (const slot of slotsOf(day).toReversed()) if (slot.from <= end) return instantOf(Math.min(slot.to, end));
    throw new RangeError('no working day in thirty years');
  }

  return {
    workingDay,
    between,
    addWorking,
    lastAtOrBefore,
    add(from: Instant, term: Term): Reached {
      if ('minutes' in term) return { at: instantOf(millisecondsOf(from) + term.minutes * MINUTE), provisional: false };
      const length = 'workingDays' in term ? term.workingDays * workingDay : term.workingHours * 60 * MINUTE;
      return addWorking(from, length);
    },
  };
}
