import { ensure } from './domain-error.ts';

/**
 * A point in time as canonical UTC text, `2026-01-05T01:00:00.000Z`. Canonical text compares as time does, reads well in
 * a history, and survives JSON unchanged.
 */
export type Instant = string;

/** The instant of `milliseconds` since the epoch, UTC. */
export function instantOf(milliseconds: number): Instant {
  const whole = Math.trunc(milliseconds);
  const day = Math.floor(whole / DAY);
  const rest = whole - day * DAY;
  const [hours, minutes, seconds] = [rest / HOUR, (rest / MINUTE) % 60, (rest / SECOND) % 60];
  return `${beginningOf(day)}${TWO[Math.trunc(hours)]}:${TWO[Math.trunc(minutes)]}:${TWO[Math.trunc(seconds)]}.${String(rest % SECOND).padStart(3, '0')}Z`;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
const MOST_BEGINNINGS = 20_000;
const beginnings = new Map<number, string>();

/** `2026-01-05T` of a day since the epoch: instants are written by the hundred thousand, on few days. */
function beginningOf(day: number): string {
  let beginning = beginnings.get(day);
  if (beginning === undefined) {
    beginning = new Date(day * DAY).toISOString().slice(0, -13);
    if (beginnings.size >= MOST_BEGINNINGS) beginnings.clear();
    beginnings.set(day, beginning);
  }
  return beginning;
}

/** Milliseconds since the epoch of an instant. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The earlier of two instants. */
export function earlierOf(left: Instant, right: Instant): Instant {
  return left < right ? left : right;
}

export function laterOf(left: Instant, right: Instant): Instant {
  return left >= right ? left : right;
}

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const TEN_YEARS = 3_652 * 86_400_000;

/**
 * Refuses instants that somebody gave and no rule can work with: text that is not canonical, days that do not exist, and
 * times more than ten years from `now`. Errors: instant.malformed, instant.too-far.
 */
export function ensureNear(now: Instant, ...given: readonly (Instant | undefined)[]): void {
  for (const instant of given) {
    if (instant === undefined) continue;
    const at = CANONICAL.test(instant) ? millisecondsOf(instant) : Number.NaN;
    ensure(!Number.isNaN(at) && instantOf(at) === instant, 'instant.malformed', { instant });
    ensure(Math.abs(at - millisecondsOf(now)) <= TEN_YEARS, 'instant.too-far', { instant });
  }
}
