import { ensure } from './domain-error.ts';

/**
 * A point in time as canonical UTC text, `2026-01-05T01:00:00.000Z`. Canonical text compares as time does, reads well in
 * a history, and survives JSON unchanged.
 */
export type Instant = string;

/** The instant of `milliseconds` since the epoch, UTC. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

/** Milliseconds since the epoch of an instant. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
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
