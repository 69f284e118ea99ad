import type { DecisionContext } from '../decision-context.ts';
import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import type { Policy } from '../policy/policy.ts';
import { dayIndexOf, startOfDay, weekdayOf } from '../working-time/local-day.ts';
import type { WorkingTime } from '../working-time/working-time.ts';

const MINUTE = 60_000;
const DAYS_IN_A_WEEK = 7;
const WORKING_DAYS_IN_A_WEEK = 5;
/** No holidays last longer. */
const HORIZON_IN_DAYS = 60;

/**
 * When the weekly folder goes out next, after an instant: on the policy's day at its time, or on the first day after it
 * that has working time from then on. Whoever asks at any moment between two of them is answered the same. In compressed
 * time, which has no weeks, after every fifth working day.
 */
export function nextFolderAt(after: Instant, { policy, time }: Pick<DecisionContext, 'policy' | 'time'>): Instant {
  const from = millisecondsOf(after);
  if (policy.pace.kind === 'compressed') {
    const week = WORKING_DAYS_IN_A_WEEK * time.workingDay;
    return instantOf((Math.floor(from / week) + 1) * week);
  }
  const first = dayIndexOf(from);
  for (let day = first; day <= first + HORIZON_IN_DAYS; day++) {
    const at = workingFrom(day, policy, time);
    if (at !== undefined && at > after && endsWait(day, policy, time)) return at;
  }
  throw new RangeError('no working day in two months');
}

/** The first working moment of a day from the policy's time on, where it has one. */
function workingFrom(day: number, { weeklyFolder: { minute } }: Policy, time: WorkingTime): Instant | undefined {
  const { at } = time.addWorking(instantOf(startOfDay(day) + minute * MINUTE), 0);
  return millisecondsOf(at) < startOfDay(day + 1) ? at : undefined;
}

/** Whether the policy's day is this one, or one before it since which no day could do. */
function endsWait(day: number, policy: Policy, time: WorkingTime): boolean {
  for (let back = 0; back < DAYS_IN_A_WEEK; back++) {
    if (weekdayOf(day - back) === policy.weeklyFolder.weekday) return true;
    if (workingFrom(day - back - 1, policy, time) !== undefined) return false;
  }
  return true;
}
