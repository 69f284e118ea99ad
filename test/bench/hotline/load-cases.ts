import { setTimeout as pause } from 'node:timers/promises';
import { assignCase } from '@hotline/application';
import { inLanes } from '../measuring/lanes.ts';
import { CALLER } from '../standard-case.ts';
import { STEPS_AT_ONCE, type DriverMeans } from './play-standard-cases.ts';

/** Cases that are opened and left alone. */
export interface LoadOrder {
  readonly cases: number;
  /** Only registered: nobody has assigned them. */
  readonly unassigned?: boolean;
}

/** Cases that get a unit, and a due of their own. */
export interface AssignOrder {
  readonly caseNumbers: readonly string[];
  /** An instant; the cases fall due evenly over so many milliseconds from then on. */
  readonly dueAt: string;
  readonly spread: number;
}

/**
 * Opens cases: in the ledger first, as fast as it takes them.
 *
 * @returns their numbers, and how many a second went into the ledger
 */
export async function loadCases(
  { steps, say }: DriverMeans,
  { cases, unassigned = false }: LoadOrder,
): Promise<{ caseNumbers: string[]; rate: number }> {
  const begun = performance.now();
  const caseNumbers: string[] = [];
  await inLanes(Array.from({ length: cases }), STEPS_AT_ONCE, async () => {
    const caseNumber = unassigned ? await steps.registered(CALLER) : await steps.assigned(['water'], CALLER);
    if (caseNumbers.push(caseNumber) % 1_000 === 0) say(`${caseNumbers.length} of ${cases} cases in the ledger`);
  });
  return { caseNumbers: caseNumbers.sort(), rate: (cases * 1_000) / (performance.now() - begun) };
}

/** Assigns cases with a due of their own. */
export async function assignCases(
  { city, say }: DriverMeans,
  { caseNumbers, dueAt, spread }: AssignOrder,
): Promise<{ rate: number }> {
  const begun = performance.now();
  let done = 0;
  await inLanes(caseNumbers, STEPS_AT_ONCE, async (caseNumber, index) => {
    const at = new Date(Date.parse(dueAt) + Math.floor((index * spread) / caseNumbers.length)).toISOString();
    const words = { quality: '查明原因，恢复供水', feedback: '先答复市民，再书面反馈' };
    await assignCase(city.as('director'), {
      caseNumber,
      units: [{ unitId: 'water', role: 'lead', dueAt: at }],
      termReason: '须尽快恢复供水',
      ...words,
    });
    if (++done % 1_000 === 0) say(`${done} of ${caseNumbers.length} cases assigned`);
  });
  return { rate: (caseNumbers.length * 1_000) / (performance.now() - begun) };
}

/** Returns when the relay has delivered everything. @throws Error when it makes no progress for a minute */
export async function untilRelayed({ city, say }: DriverMeans): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 120; turn++) {
    const [row] = await city.orm.em
      .fork()
      .execute<{ waiting: number }[]>('select count(*)::int as waiting from outbox where dead_at is null');
    const waiting = row?.waiting ?? 0;
    if (waiting === 0) return;
    if (waiting < least) turn = 0;
    if (Math.floor(waiting / 1_000) < Math.floor(least / 1_000)) say(`${waiting} cases wait for the relay`);
    least = waiting;
    await pause(500);
  }
  throw new Error(`the relay stands still with ${least} cases waiting`);
}
