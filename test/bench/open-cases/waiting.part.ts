import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '@hotline/infra';
import { BenchProcess } from '../house/bench-process.ts';
import type { Lasting } from '../house/bench-house.ts';
import { postmasterOf, readDatabaseCounters } from '../measuring/database-counters.ts';
import { startMeter } from '../measuring/meter.ts';
import { peakMemoryOf, usedBy } from '../measuring/process-meter.ts';
import { overRounds, pairedRatio } from '../measuring/spread.ts';
import type { BenchContext, Measure, Part } from '../part.ts';
import { openCases, type OpenCases } from './open-cases.ts';

const DBOS_CASES = new URL('../dbos/dbos-cases.main.ts', import.meta.url);
const WINDOW_SECONDS = 30;
const MEGABYTE = 1_000_000;
const KILOBYTE = 1_000;
/** Both systems have come to rest after so many seconds. */
const CALM_SECONDS = 15;

/** Open cases in which nobody acts. */
export const waitingPart: Part = {
  name: 'waiting',
  title: '10,000 open cases, nobody acts',
  against: 'DBOS with as many workflows waiting, on a PostgreSQL of its own',
  goals: [
    { measure: 'idle CPU, ours / DBOS', says: 'idle CPU', bound: 'at most', value: 0.2 },
    { measure: 'memory of the worker', says: 'memory of the worker', bound: 'at most', value: 700 },
    { measure: 'database a case', says: 'database a case', bound: 'at most', value: 30 },
  ],
  async run(context) {
    const open = await openCases(context);
    const peer = await waitingDbos(context, open.count);
    try {
      return { ...(await measure(context, open, peer)), notes: notesOf(context) };
    } finally {
      await peer.stop();
    }
  },
};

interface WaitingDbos extends Lasting {
  readonly processes: { readonly worker: number; readonly postgres: number };
  readonly bytesACase: number;
}

async function waitingDbos({ say }: BenchContext, count: number): Promise<WaitingDbos> {
  const postgres = await startPostgres({ durable: true });
  const databaseUrl = await postgres.createDatabase();
  const dbos = await BenchProcess.start(DBOS_CASES, { DATABASE_URL: databaseUrl });
  dbos.onTold((told) => say((told as { line: string }).line));
  const before = await readDatabaseCounters(databaseUrl);
  const nothing = { timers: 0, locals: 0, activities: 0 };
  const shape = [
    { begins: 'signal', ...nothing },
    { begins: 'signal', ...nothing },
  ];
  await dbos.ask('startCases', { cases: count, shape });
  await pause(CALM_SECONDS * 1_000);
  const after = await readDatabaseCounters(databaseUrl);
  return {
    processes: { worker: dbos.pid, postgres: await postmasterOf(databaseUrl) },
    bytesACase: (after.bytes - before.bytes) / count,
    async stop() {
      await dbos.stop();
      await postgres.stop();
    },
  };
}

async function measure({ rounds, say }: BenchContext, open: OpenCases, peer: WaitingDbos) {
  const { temporal, worker, driver, databaseUrl } = open.system;
  const postgres = await postmasterOf(databaseUrl);
  const ours: Record<string, number> = { temporal: temporal.pid ?? 0, worker: worker.pid, relay: driver.pid, postgres };
  const theirs: Record<string, number> = peer.processes;
  const idle: { ours: Record<string, number>; theirs: Record<string, number>; memory: number }[] = [];
  for (let round = 1; round <= rounds; round++) {
    const [ourMeter, theirMeter] = [await startMeter(ours), await startMeter(theirs)];
    await pause(WINDOW_SECONDS * 1_000);
    const [our, their] = [(await ourMeter.read()).cpu, (await theirMeter.read()).cpu];
    idle.push({ ours: perSecond(our), theirs: perSecond(their), memory: usedBy(worker.pid).memory / MEGABYTE });
    say(
      `window ${round} of ${rounds}: ${sum(perSecond(our)).toFixed(0)} ms/s, DBOS ${sum(perSecond(their)).toFixed(0)} ms/s`,
    );
  }
  const measures: Record<string, Measure> = {
    'idle CPU, ours / DBOS': pairedRatio(
      idle.map((window) => sum(window.ours)),
      idle.map((window) => sum(window.theirs)),
    ),
    'memory of the worker': { value: Math.max(...idle.map(({ memory }) => memory)), unit: 'MB' },
    'memory of the worker, highest since its start': { value: peakMemoryOf(worker.pid) / MEGABYTE, unit: 'MB' },
    'memory of DBOS': { value: usedBy(peer.processes.worker).memory / MEGABYTE, unit: 'MB' },
    'database a case': { value: open.bytesACase.hotline / KILOBYTE, unit: 'KB' },
    "Temporal's database a case": { value: open.bytesACase.temporal / KILOBYTE, unit: 'KB' },
    "DBOS's database a case": { value: peer.bytesACase / KILOBYTE, unit: 'KB' },
  };
  for (const name of Object.keys(ours))
    measures[`idle CPU of ${name}`] = overRounds(
      idle.map((window) => window.ours[name] ?? 0),
      'ms/s',
    );
  for (const name of Object.keys(theirs))
    measures[`idle CPU of ${name}, DBOS`] = overRounds(
      idle.map((window) => window.theirs[name] ?? 0),
      'ms/s',
    );
  return { measures };
}

function perSecond(cpu: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(cpu).map(([name, used]) => [name, used / WINDOW_SECONDS]));
}

function sum(numbers: Readonly<Record<string, number>>): number {
  return Object.values(numbers).reduce((total, number) => total + number, 0);
}

function notesOf({ profile }: BenchContext): string[] {
  return [
    `Both wait at the same time, each on a PostgreSQL of its own, in windows of ${WINDOW_SECONDS} s: processor time is counted, so what disturbs one disturbs both.`,
    'Ours is the sum of Temporal, worker, relay and PostgreSQL; the memory of the worker is what it holds in the windows, after it has opened all cases.',
    `The database is the hotline's own, with its indexes; Temporal keeps its own beside it${profile === 'cluster' ? ', in the same PostgreSQL' : ', in SQLite'}.`,
  ];
}
