import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import type { Term, WorkingTime } from '../working-time/working-time.ts';

/** 轮岗锻炼: how long before the end of a stay it is seen to. */
export interface RotationPolicy {
  /** So long before the end his room's head and the director are to see to the hand-over. */
  readonly reminder: Term;
}

export const DEFAULT_ROTATION: RotationPolicy = { reminder: { workingDays: 20 } };

/** 交接清单: what may be open with somebody who leaves. */
export const MATTER_KINDS = ['task', 'case', 'meeting', 'report', 'delegation', 'substitute'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** One matter that is open with him, by the id of what it is; `confirmedAt` is when his successor took it over. */
export interface OpenMatter {
  readonly kind: MatterKind;
  readonly id: string;
  readonly confirmedAt?: Instant;
}

/** Somebody's time at the center. `until` is the first instant after it. */
export interface Stay {
  readonly from: Instant;
  readonly until: Instant;
}

/** Whether the end of a stay is so near that it is to be seen to. */
export function isEnding({ from, until }: Stay, { reminder }: RotationPolicy, time: WorkingTime, at: Instant): boolean {
  return from <= at && time.add(at, reminder).at >= until;
}

/** How often the stays are looked at: milliseconds. */
const DAY = 86_400_000;

/** When the stays are looked at again: a day later, or at the first end that comes before. */
export function nextLookAtStays(stays: readonly Stay[], at: Instant): Instant {
  const tomorrow = instantOf(millisecondsOf(at) + DAY);
  const ends = stays.map(({ until }) => until).filter((until) => until > at);
  return [tomorrow, ...ends].sort()[0] ?? tomorrow;
}

/** A stay is planned more than a day before its end, or nobody would look in time. */
export function endsTooSoon({ until }: Stay, now: Instant): boolean {
  return millisecondsOf(until) - millisecondsOf(now) <= DAY;
}

/** The list with some of its matters taken over, or all of them; what was taken over before keeps its time. */
export function takenOver(
  matters: readonly OpenMatter[],
  ids: readonly string[] | undefined,
  now: Instant,
): readonly OpenMatter[] {
  return matters.map((matter) =>
    !matter.confirmedAt && (ids === undefined || ids.includes(matter.id)) ? { ...matter, confirmedAt: now } : matter,
  );
}
