import { setTimeout as pause } from 'node:timers/promises';
import { nextAction } from '@hotline/domain';
import type { Complaint } from './complaint.ts';
import { readStreams, readWaiting, type Waiting } from './ledger-facts.ts';
import { OwnTime } from './own-time.ts';

export const DRAINED_WITHIN = 60_000;
export const ACTED_WITHIN = 30_000;
const GIVEN_UP_AFTER = 100_000;
/** Also by the clock it is not waited for ever. */
const GIVEN_UP_BY_CLOCK = 420_000;
/** A rung is overdue when it is so late: milliseconds. */
const LATE = 3_000;

/** How long after the last fault, in own time, everything was carried and sent, and every overdue rung had acted. */
export interface Drain {
  readonly drainedAfter?: number;
  readonly actedAfter?: number;
  readonly complaints: readonly Complaint[];
}

/**
 * Watches the system come to rest.
 *
 * @param calmFrom when the last fault has passed, milliseconds since the epoch; what came to rest before took no time
 */
export async function watchDrain(url: string, calmFrom: number, say: (what: string) => void): Promise<Drain> {
  const time = new OwnTime();
  let calm: number | undefined;
  let [drainedAfter, actedAfter]: (number | undefined)[] = [];
  let waiting: Omit<Waiting, 'now'> = { outbox: [], dead: 0, unsent: 0 };
  let overdue: string[] = [];
  for (;;) {
    const seen = await readWaiting(url).catch(() => undefined);
    const own = time.passed;
    if (Date.now() >= calmFrom) calm ??= own;
    const passed = calm === undefined ? 0 : own - calm;
    if (seen) {
      waiting = seen;
      overdue = await overdueOf(url, seen.now);
      if (seen.outbox.length === 0 && seen.unsent === 0) drainedAfter ??= passed;
      if (overdue.length === 0) actedAfter ??= passed;
      say(
        `  … ${seconds(passed)}: outbox ${seen.outbox.length}, unsent ${seen.unsent}, overdue ${overdue.length}; ${Math.round(time.share * 100)} % of the machine`,
      );
    }
    if (drainedAfter !== undefined && actedAfter !== undefined) break;
    if (passed > GIVEN_UP_AFTER || Date.now() > calmFrom + GIVEN_UP_BY_CLOCK) break;
    await pause(500);
  }
  return { drainedAfter, actedAfter, complaints: complaintsOf({ drainedAfter, actedAfter }, waiting, overdue) };
}

async function overdueOf(url: string, now: Date): Promise<string[]> {
  const late = new Date(now.getTime() - LATE).toISOString();
  return (await readStreams(url)).flatMap(({ id, open, state }) => {
    const next = open ? nextAction(state) : undefined;
    return next && next.at < late ? [`${id} ${next.key} of ${next.at}`] : [];
  });
}

function complaintsOf(
  { drainedAfter, actedAfter }: Pick<Drain, 'drainedAfter' | 'actedAfter'>,
  { outbox, dead, unsent }: Omit<Waiting, 'now'>,
  overdue: readonly string[],
): Complaint[] {
  const complaints: Complaint[] = [];
  if (dead > 0) complaints.push({ kind: 'dead-letter', what: `${dead} streams in the outbox` });
  if (drainedAfter === undefined) complaints.push(...outbox.map((what) => ({ kind: 'outbox', what }) as const));
  if (drainedAfter === undefined && unsent > 0) complaints.push({ kind: 'unsent', what: `${unsent} notices` });
  if (drainedAfter === undefined || drainedAfter > DRAINED_WITHIN)
    complaints.push({ kind: 'slow-drain', what: drainedAfter === undefined ? 'never' : seconds(drainedAfter) });
  if (actedAfter === undefined) complaints.push({ kind: 'slow-rungs', what: overdue.slice(0, 5).join(', ') });
  else if (actedAfter > ACTED_WITHIN) complaints.push({ kind: 'slow-rungs', what: seconds(actedAfter) });
  return complaints;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
