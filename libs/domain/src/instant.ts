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
