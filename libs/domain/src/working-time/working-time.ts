import type { Instant } from '../instant.ts';

/**
 * A length of time as a rule states it. `workingDays` and `workingHours` run in working time; `minutes` run around the
 * clock, day and night (emergency terms).
 */
export type Term = { readonly workingDays: number } | { readonly workingHours: number } | { readonly minutes: number };

/** An instant reached by a term. `provisional`: a year without holiday data was crossed, weekends alone were counted. */
export interface Reached {
  readonly at: Instant;
  readonly provisional: boolean;
}

/** How the city's time passes: in desk hours on workdays, or compressed for demonstrations. */
export interface WorkingTime {
  /** The instant that lies `term` after `from`. Never before `from`; monotone in both. */
  add(from: Instant, term: Term): Reached;
  /** Working milliseconds between two instants; 0 when `to` is not after `from`. */
  between(from: Instant, to: Instant): number;
  /** The instant that lies so many working milliseconds after `from`. */
  addWorking(from: Instant, workingMilliseconds: number): Reached;
  /** The last working moment at or before an instant. */
  lastAtOrBefore(at: Instant): Instant;
  /** Working milliseconds in one working day. */
  readonly workingDay: number;
}
