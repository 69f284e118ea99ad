import { actingWhenDue, urgingSoonAfterDue } from '../hotline/bench-policies.ts';
import { HotlineSystem } from '../hotline/hotline-system.ts';
import type { Lasting } from '../house/bench-house.ts';
import { bytesOfTemporal } from '../house/start-temporal.ts';
import { readDatabaseCounters } from '../measuring/database-counters.ts';
import type { BenchContext } from '../part.ts';

const OPEN_CASES = 10_000;
/** A twentieth falls due while the worker is away, another while Temporal is. */
const COHORT = 0.05;
/** Seconds from the due to the urging notice of those that fall due while Temporal is away. */
export const URGED_AFTER = 3;

/** The hotline with many open cases, loaded once for the parts that need them. */
export interface OpenCases extends Lasting {
  readonly system: HotlineSystem;
  readonly count: number;
  /** Registered only, to fall due while the worker is away. */
  readonly forRecovery: readonly string[];
  /** Registered only, to fall due while Temporal is away, red and urging notice both. */
  readonly forRehydration: readonly string[];
  /** Bytes that a case takes in the hotline's database, and in Temporal's. */
  readonly bytesACase: { readonly hotline: number; readonly temporal: number };
}

/** The open cases: almost all assigned to a unit, notice mailed, not acknowledged; nothing falls due by itself for hours. */
export function openCases(context: BenchContext): Promise<OpenCases> {
  return context.house.keep('open cases', () => load(context));
}

async function load({ house, say, scaled }: BenchContext): Promise<OpenCases> {
  const count = scaled(OPEN_CASES);
  const cohort = Math.ceil(count * COHORT);
  const system = await HotlineSystem.start(house, actingWhenDue(), say);
  const before = await bytesOf(system);
  const { driver } = system;
  await driver.ask('stopRelay');
  const assigned = count - 2 * cohort;
  await driver.ask('loadCases', { cases: assigned });
  const recovery = await driver.ask<{ caseNumbers: string[] }>('loadCases', { cases: cohort, unassigned: true });
  await driver.ask('force', urgingSoonAfterDue(URGED_AFTER));
  const rehydration = await driver.ask<{ caseNumbers: string[] }>('loadCases', { cases: cohort, unassigned: true });
  await driver.ask('startRelay');
  await system.untilAtRest(assigned);
  const after = await bytesOf(system);
  say(`${count} cases are open`);
  return {
    system,
    count,
    forRecovery: recovery.caseNumbers,
    forRehydration: rehydration.caseNumbers,
    bytesACase: {
      hotline: (after.hotline - before.hotline) / count,
      temporal: (after.temporal - before.temporal) / count,
    },
    stop: () => system.stop(),
  };
}

async function bytesOf({ databaseUrl, temporal }: HotlineSystem): Promise<{ hotline: number; temporal: number }> {
  const { bytes } = await readDatabaseCounters(databaseUrl);
  return { hotline: bytes, temporal: await bytesOfTemporal(temporal) };
}
