const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A stretch of time in its two greatest units, as numbers to be worded. */
export interface DurationParts {
  readonly unit: 'days' | 'hours' | 'minutes' | 'seconds';
  readonly great: number;
  readonly small: number;
}

/** Milliseconds (the sign is left out) as days and hours, hours and minutes, minutes, or seconds. */
export function durationParts(milliseconds: number): DurationParts {
  const length = Math.abs(milliseconds);
  if (length >= DAY) return { unit: 'days', great: whole(length / DAY), small: whole((length % DAY) / HOUR) };
  if (length >= HOUR) return { unit: 'hours', great: whole(length / HOUR), small: whole((length % HOUR) / MINUTE) };
  if (length >= MINUTE) return { unit: 'minutes', great: whole(length / MINUTE), small: 0 };
  return { unit: 'seconds', great: whole(length / SECOND), small: 0 };
}

/** How a due stands: `yellow` in the last quarter of its term, `red` after it. Instants as ISO texts. */
export function light(now: number, startedAt: string, dueAt: string): 'green' | 'yellow' | 'red' {
  const [start, due] = [Date.parse(startedAt), Date.parse(dueAt)];
  if (now > due) return 'red';
  return now >= start + 0.75 * (due - start) ? 'yellow' : 'green';
}

const whole = Math.floor;
