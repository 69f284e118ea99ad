import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import type { Reached, Term, WorkingTime } from './working-time.ts';

const HOURS_IN_A_WORKING_DAY = 7;

/** Time for demonstrations: a working day lasts a few seconds, day and night, without weekends. */
export function compressedTime(secondsPerWorkingDay: number, secondsPerMinute: number): WorkingTime {
  const workingDay = secondsPerWorkingDay * 1_000;
  const addWorking = (from: Instant, length: number): Reached => ({
    at: instantOf(millisecondsOf(from) + Math.round(length)),
    provisional: false,
  });
  return {
    workingDay,
    addWorking,
    between: (from, to) => Math.max(0, millisecondsOf(to) - millisecondsOf(from)),
    lastAtOrBefore: (at) => at,
    add(from: Instant, term: Term): Reached {
      if ('minutes' in term) return addWorking(from, term.minutes * secondsPerMinute * 1_000);
      const days = 'workingDays' in term ? term.workingDays : term.workingHours / HOURS_IN_A_WORKING_DAY;
      return addWorking(from, days * workingDay);
    },
  };
}
