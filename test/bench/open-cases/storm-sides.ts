import { setTimeout as pause } from 'node:timers/promises';
import { anyFreePort } from '@hotline/infra';
import { apiPart } from '../../../infra/local/parts/api.part.ts';
import { ControlSystem } from '../control/control-system.ts';
import type { CaseStep } from '../control/control.workflow.ts';
import { BenchProcess } from '../house/bench-process.ts';
import { startPart } from '../house/running-part.ts';
import { actingWhenDue } from '../hotline/bench-policies.ts';
import { HotlineSystem, until } from '../hotline/hotline-system.ts';
import { actionsDone } from '../hotline/ledger-checks.ts';
import { startMeter } from '../measuring/meter.ts';
import type { Side } from '../measuring/rounds.ts';
import { quantile } from '../measuring/spread.ts';
import type { BenchContext } from '../part.ts';

const VISITOR = new URL('./api-visitor.main.ts', import.meta.url);
const SECOND = 1_000;
const SPREAD = SECOND;
const DAY = 86_400 * SECOND;
const QUIET_SECONDS = 20;
/** So much longer than the pilot says loading may take. */
const MARGIN = 1.3;
/** Pilots that are played, the last of which tells. */
const TURNS = 2;

/** What one side of a storm found. */
export interface StormNumbers {
  /** Actions a second, mails included, from the first deadline to the last action. */
  readonly rate: number;
  /** Actions a second, up to the last rung in the ledger. */
  readonly acted?: number;
  /** Milliseconds of processor time of Temporal and worker for an action. */
  readonly cpu: number;
  readonly lost: number;
  readonly doubled: number;
  /** The API's 99th percentile, milliseconds: before the storm, and in it. */
  readonly quiet?: number;
  readonly meanwhile?: number;
}

/** A storm of so many deadlines, and what the control does for each. */
export interface Storm {
  readonly deadlines: number;
  readonly shape: readonly CaseStep[];
}

/**
 * What a case of the storm does, from what a standard case did: registered and assigned come in one signal, the rung acts
 * when its timer fires, and the case stays open.
 */
export function stormShape(standard: readonly CaseStep[]): CaseStep[] {
  const [registered, assigned] = standard;
  const fired = standard.find(({ begins }) => begins === 'timer');
  if (!registered || !assigned || !fired) throw new Error('a standard case is registered, assigned, and reminded');
  const locals = registered.locals + assigned.locals;
  const activities = registered.activities + assigned.activities;
  return [
    { begins: 'signal', timers: 1, locals, activities },
    fired,
    { begins: 'signal', timers: 0, locals: 0, activities: 0 },
  ];
}

/** The hotline: cases that all fall due within a second. */
export function hotlineStorm(context: BenchContext, storm: Storm): Side<StormNumbers> {
  return {
    name: 'hotline',
    async measure() {
      const system = await HotlineSystem.start(context.house, actingWhenDue(), context.say);
      try {
        return await ourStorm(context, storm, system);
      } finally {
        await system.stop();
      }
    },
  };
}

async function ourStorm({ say }: BenchContext, storm: Storm, system: HotlineSystem): Promise<StormNumbers> {
  const { caseNumbers, dueAt } = await fallDueTogether(system, storm.deadlines, say);
  const visit = await visitTheApi(system, caseNumbers);
  try {
    await pause(Math.max(0, dueAt - QUIET_SECONDS * SECOND - Date.now()));
    await visit.visitor.ask('take');
    await pause(Math.max(0, dueAt - SECOND - Date.now()));
    const quiet = await p99Of(visit.visitor, say);
    const meter = await startMeter({ temporal: system.temporal.pid ?? 0, worker: system.worker.pid });
    await pause(Math.max(0, dueAt - Date.now()));
    const left = storyOf(system, storm.deadlines, say);
    await until('the storm has passed', async () => (await left()) <= 0);
    const meanwhile = await p99Of(visit.visitor, say);
    const { cpu } = await meter.read();
    const done = await actionsDone(system, caseNumbers, 'red');
    const seconds = (Math.max(done.lastAt, done.mailedAt) - dueAt) / SECOND;
    say(`hotline: ${storm.deadlines} actions in ${seconds.toFixed(1)} s`);
    const used = ((cpu['temporal'] ?? 0) + (cpu['worker'] ?? 0)) / storm.deadlines;
    const { lost, doubled } = done;
    const acted = (storm.deadlines * SECOND) / (done.lastAt - dueAt);
    return { rate: storm.deadlines / seconds, acted, cpu: used, lost, doubled, quiet, meanwhile };
  } finally {
    await visit.stop();
  }
}

/** Cases at rest that will all fall due within a second, so late that the API can be looked at in the quiet before. */
async function fallDueTogether(system: HotlineSystem, deadlines: number, say: (line: string) => void) {
  const pilot = pilotSize(deadlines);
  const each = await warmly(async (before) => {
    await system.driver.ask('stopRelay');
    await bringToRest(system, await registered(system, pilot), Date.now() + DAY, before * pilot);
  }, pilot);
  await system.driver.ask('stopRelay');
  const caseNumbers = await registered(system, deadlines);
  const wait = MARGIN * deadlines * each + (QUIET_SECONDS + 20) * SECOND;
  const dueAt = Date.now() + Math.ceil(wait);
  say(`${deadlines} cases will fall due in ${(wait / SECOND).toFixed(0)} s`);
  await bringToRest(system, caseNumbers, dueAt, TURNS * pilot);
  if (Date.now() > dueAt - QUIET_SECONDS * SECOND) throw new Error('the cases fell due before they were all loaded');
  return { caseNumbers, dueAt };
}

async function registered({ driver }: HotlineSystem, cases: number): Promise<string[]> {
  const order = { cases, unassigned: true };
  return (await driver.ask<{ caseNumbers: string[] }>('loadCases', order)).caseNumbers;
}

/** Assigns cases with a due, and starts the relay. Their notices count as mailed: it is the next mail that is measured. */
async function bringToRest(
  system: HotlineSystem,
  caseNumbers: readonly string[],
  dueAt: number,
  before = 0,
): Promise<void> {
  const { driver } = system;
  await driver.ask('assignCases', { caseNumbers, dueAt: new Date(dueAt).toISOString(), spread: SPREAD });
  await system.ask("update notice set mail = 'sent', mailed_at = now() where mail = 'pending'");
  await driver.ask('startRelay');
  await system.untilAtRest(before + caseNumbers.length);
}

/** The API as it is shipped, with the relay inside, and somebody who looks at cases, at lists, and registers requests. */
async function visitTheApi(system: HotlineSystem, caseNumbers: readonly string[]) {
  const token = await system.driver.ask<string>('logIn');
  await system.driver.ask('stopRelay');
  const port = await anyFreePort();
  const url = `http://127.0.0.1:${port}`;
  const api = await startPart(apiPart(port, { ...system.environment, PUBLIC_URL: url, LOG_LEVEL: 'silent' }));
  const visitor = await BenchProcess.start(VISITOR, {});
  await visitor.ask('begin', { url, token, caseNumbers });
  return {
    visitor,
    async stop() {
      await visitor.stop();
      await api.stop();
    },
  };
}

async function p99Of(visitor: BenchProcess, say: (line: string) => void): Promise<number> {
  const { waits, failures } = await visitor.ask<{ waits: number[]; failures: string[] }>('take');
  if (failures.length > 0) throw new Error(`the API failed ${failures.length} times: ${failures[0]}`);
  const p99 = quantile(waits, 0.99);
  say(`the API's 99th percentile of ${waits.length} answers: ${p99.toFixed(0)} ms`);
  return p99;
}

/** Cases whose unit head was not mailed yet; told whenever a tenth more is done. */
function storyOf(system: HotlineSystem, deadlines: number, say: (line: string) => void): () => Promise<number> {
  let told = 10;
  return async () => {
    const done = await system.count("select count(*) as n from notice where kind = 'red' and mail = 'sent'");
    const left = deadlines - done;
    const tenths = Math.ceil((10 * left) / deadlines);
    if (tenths < told) say(`${left} of ${deadlines} left`);
    told = Math.min(told, tenths);
    return left;
  };
}

/** The control: as many workflows whose timers fire within a second. */
export function controlStorm({ house, say }: BenchContext, storm: Storm): Side<StormNumbers> {
  return {
    name: 'control',
    async measure() {
      const system = await ControlSystem.start(house, say);
      try {
        const { shape, deadlines } = storm;
        const each = await pilotOf(system, shape, pilotSize(deadlines));
        const wait = 20 * SECOND + MARGIN * each * deadlines;
        const dueAt = Date.now() + Math.ceil(wait);
        const before = system.fired.count;
        say(`${deadlines} timers will fire in ${(wait / SECOND).toFixed(0)} s`);
        await system.driver.ask('startCases', { cases: deadlines, shape, dueAt, spread: SPREAD });
        if (Date.now() > dueAt - 2 * SECOND) throw new Error('the timers fired before all were set');
        await pause(Math.max(0, dueAt - SECOND - Date.now()));
        const meter = await startMeter({ temporal: system.temporal.pid ?? 0, worker: system.worker.pid });
        await until('the storm has passed', async () => system.fired.count - before >= deadlines);
        const { cpu } = await meter.read();
        const seconds = (system.fired.lastAt - dueAt) / SECOND;
        say(`control: ${deadlines} actions in ${seconds.toFixed(1)} s`);
        const used = ((cpu['temporal'] ?? 0) + (cpu['worker'] ?? 0)) / deadlines;
        return { rate: deadlines / seconds, cpu: used, lost: 0, doubled: system.fired.count - before - deadlines };
      } finally {
        await system.stop();
      }
    },
  };
}

/** Milliseconds that one workflow of the control takes to be started, one among many. */
function pilotOf(system: ControlSystem, [first, ...rest]: readonly CaseStep[], cases: number): Promise<number> {
  const shape = [{ ...first, tells: true }, ...rest];
  return warmly(async (turn) => {
    const order = { cases, shape, dueAt: Date.now() + DAY, spread: 0, prefix: `pilot-${turn}` };
    await system.driver.ask('startCases', order);
    await until('the pilot has begun', async () => system.fired.count >= (turn + 1) * cases);
  }, cases);
}

/** Milliseconds for each of so many, in the last turn: in those before nothing was compiled or remembered yet. */
async function warmly(turn: (before: number) => Promise<void>, each: number): Promise<number> {
  for (let before = 0; before < TURNS - 1; before++) await turn(before);
  const begun = performance.now();
  await turn(TURNS - 1);
  return (performance.now() - begun) / each;
}

/** So many cases are loaded first, to know how long the others will take. */
function pilotSize(deadlines: number): number {
  return Math.max(50, Math.min(300, Math.ceil(deadlines / 10)));
}
