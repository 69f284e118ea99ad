import { workflowIdOf } from '@hotline/contracts-process';
import { ControlSystem } from '../control/control-system.ts';
import type { CaseStep } from '../control/control.workflow.ts';
import { BenchProcess } from '../house/bench-process.ts';
import { remindingSoon } from '../hotline/bench-policies.ts';
import { HotlineSystem } from '../hotline/hotline-system.ts';
import { postmasterOf } from '../measuring/database-counters.ts';
import { startMeter, type Used } from '../measuring/meter.ts';
import type { Side } from '../measuring/rounds.ts';
import { costOfWorkflows, type WorkflowCost } from '../measuring/workflow-cost.ts';
import type { BenchContext } from '../part.ts';

const DBOS_CASES = new URL('../dbos/dbos-cases.main.ts', import.meta.url);
const SAMPLE = 100;
/** Milliseconds. */
const REST = 500;
/** Cases that are played before anything is measured, so that every program has compiled what it uses often. */
const WARM_UP = 30;

/** What one side found in one round. */
export interface LifecycleNumbers {
  readonly seconds: number;
  readonly used: Used;
  readonly cost?: WorkflowCost;
}

/** How many cases, of which shape, reminded after so many seconds. */
export interface LifecycleOrder {
  readonly cases: number;
  readonly shape: readonly CaseStep[];
  readonly remindAfter: number;
}

/** The hotline: use cases and relay in one process, its own worker, mails to a server that takes everything. */
export function hotlineSide({ house, say }: BenchContext, order: LifecycleOrder): Side<LifecycleNumbers> {
  return {
    name: 'hotline',
    async measure() {
      const system = await HotlineSystem.start(house, remindingSoon(order.remindAfter), say);
      try {
        const { temporal, worker, driver, databaseUrl } = system;
        const processes = { temporal: temporal.pid ?? 0, worker: worker.pid, driver: driver.pid };
        const postgres = await postmasterOf(databaseUrl);
        await driver.ask('playStandardCases', { cases: WARM_UP });
        const meter = await startMeter({ ...processes, postgres }, databaseUrl);
        const { caseNumbers, seconds } = await driver.ask<{ caseNumbers: string[]; seconds: number }>(
          'playStandardCases',
          { cases: order.cases },
        );
        const used = await meter.read();
        say(`hotline: ${(order.cases / seconds).toFixed(1)} cases/s`);
        const ids = caseNumbers.slice(0, SAMPLE).map(workflowIdOf);
        return { seconds, used, cost: await costOfWorkflows(system.client, ids) };
      } finally {
        await system.stop();
      }
    },
  };
}

/** The control: the same signals, timers and activities, and nothing else. */
export function controlSide({ house, say }: BenchContext, order: LifecycleOrder): Side<LifecycleNumbers> {
  return {
    name: 'control',
    async measure() {
      const system = await ControlSystem.start(house, say);
      try {
        const { temporal, worker, driver } = system;
        const postgres = await postmasterOf(house.postgres.url);
        const processes = { temporal: temporal.pid ?? 0, worker: worker.pid, driver: driver.pid, postgres };
        const { cases, shape, remindAfter } = order;
        const input = { cases, shape, remindAfter: remindAfter * 1_000 };
        await driver.ask('playCases', { ...input, cases: WARM_UP, prefix: 'warm-up' });
        const meter = await startMeter(processes, house.postgres.url);
        const { seconds } = await driver.ask<{ seconds: number }>('playCases', input);
        const used = await meter.read();
        say(`control: ${(cases / seconds).toFixed(1)} cases/s`);
        const ids = Array.from({ length: Math.min(SAMPLE, cases) }, (_, index) => `control-${index}`);
        return { seconds, used, cost: await costOfWorkflows(system.client, ids) };
      } finally {
        await system.stop();
      }
    },
  };
}

/** What one workflow of the control costs when each signal comes after it has come to rest. */
export async function controlAtRest({ house, say }: BenchContext, order: LifecycleOrder): Promise<WorkflowCost> {
  const system = await ControlSystem.start(house, say);
  try {
    const { shape, remindAfter } = order;
    await system.driver.ask('playCases', { cases: 1, shape, remindAfter: remindAfter * 1_000, rest: REST });
    return await costOfWorkflows(system.client, ['control-0']);
  } finally {
    await system.stop();
  }
}

/** DBOS: the same steps, messages and deadlines in one process of its own, kept in the same PostgreSQL. */
export function dbosSide({ house, say }: BenchContext, order: LifecycleOrder): Side<LifecycleNumbers> {
  return {
    name: 'dbos',
    async measure() {
      const databaseUrl = await house.emptyDatabase();
      const system = await BenchProcess.start(DBOS_CASES, { DATABASE_URL: databaseUrl });
      try {
        const postgres = await postmasterOf(databaseUrl);
        const { cases, shape, remindAfter } = order;
        const input = { cases, shape, remindAfter: remindAfter * 1_000 };
        await system.ask('playCases', { ...input, cases: WARM_UP, prefix: 'warm-up' });
        const meter = await startMeter({ worker: system.pid, postgres }, databaseUrl);
        const { seconds } = await system.ask<{ seconds: number }>('playCases', input);
        say(`DBOS: ${(cases / seconds).toFixed(1)} cases/s`);
        return { seconds, used: await meter.read() };
      } finally {
        await system.stop();
      }
    },
  };
}
