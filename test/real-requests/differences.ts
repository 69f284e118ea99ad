import type { CameAbout } from './came-about.ts';
import type { Reckoned, ReckonedRung } from './reckoned.ts';

/** What is compared at most so much apart: the machine's own pace, in milliseconds. */
export interface Tolerance {
  readonly slack: number;
}

/**
 * Where the house and the reckoning differ about one request: each in a sentence. What happened within the slack of an
 * end may have come before or after it.
 */
export function differences(came: CameAbout, reckoned: Reckoned, { slack }: Tolerance): string[] {
  const isNear = (left: number, right: number): boolean => Math.abs(left - right) <= slack;
  const found: string[] = [];
  if (!isNear(came.due, reckoned.due)) found.push(`due ${local(came.due)}, reckoned ${local(reckoned.due)}`);
  if (!isNear(came.replied, reckoned.replied))
    found.push(`replied ${local(came.replied)}, recorded ${local(reckoned.replied)}`);
  if (came.late !== reckoned.late && !isNear(reckoned.replied, reckoned.due))
    found.push(came.late ? 'late, reckoned in time' : 'in time, reckoned late');
  const wasDue = reckoned.reportAt < reckoned.replied;
  if (came.reported !== wasDue && !isNear(reckoned.reportAt, reckoned.replied))
    found.push(wasDue ? 'no special report went out' : 'a special report went out too early');
  return [...found, ...differentRungs(came.rungs, reckoned.rungs, isNear)];
}

function differentRungs(
  came: CameAbout['rungs'],
  owed: readonly ReckonedRung[],
  isNear: (left: number, right: number) => boolean,
): string[] {
  const missing = [...owed];
  const found: string[] = [];
  for (const { subject, rung, at } of came) {
    const index = missing.findIndex((one) => one.subject === subject && one.rung === rung && isNear(one.at, at));
    if (index < 0) found.push(`${subject}:${rung} acted, planned for ${local(at)}`);
    else missing.splice(index, 1);
  }
  for (const { subject, rung, at, end } of missing)
    if (!isNear(at, end)) found.push(`${subject}:${rung} of ${local(at)} did not act`);
  return found;
}

/** As the file writes its times. */
export function local(at: number): string {
  return Number.isNaN(at) ? 'never' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
