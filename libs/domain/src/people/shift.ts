import type { Instant } from '../instant.ts';

/** 白班, 中班, 夜班 */
export const SHIFT_KINDS = ['day', 'evening', 'night'] as const;
export type ShiftKind = (typeof SHIFT_KINDS)[number];

/** A shift of the roster: who leads it, and who is on it. `until` is the first instant after it. */
export interface Shift {
  readonly id: string;
  readonly kind: ShiftKind;
  readonly leaderId: string;
  readonly memberIds: readonly string[];
  readonly from: Instant;
  readonly until: Instant;
}

/** The shifts that are on duty at an instant, the one that began last first. */
export function shiftsOnDuty<Of extends Pick<Shift, 'from' | 'until'>>(shifts: readonly Of[], at: Instant): Of[] {
  return shifts
    .filter(({ from, until }) => from <= at && at < until)
    .toSorted((left, right) => (left.from < right.from ? 1 : left.from > right.from ? -1 : 0));
}

/** The shift that takes over from one: the first that begins at or after its end. */
export function shiftAfter<Of extends Pick<Shift, 'from' | 'until'>>(
  shifts: readonly Of[],
  { until }: Pick<Shift, 'until'>,
): Of | undefined {
  return shifts.filter(({ from }) => from >= until).toSorted((left, right) => (left.from < right.from ? -1 : 1))[0];
}

/** The place in the roster that a shift would take from another: one kind is on duty once at a time. */
export function overlaps(shift: Pick<Shift, 'from' | 'until'>, other: Pick<Shift, 'from' | 'until'>): boolean {
  return shift.from < other.until && other.from < shift.until;
}
