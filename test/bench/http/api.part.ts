import { measureByTurns, notesOfRounds, type Rounds, type Side } from '../measuring/rounds.ts';
import { postmasterOf } from '../measuring/database-counters.ts';
import { startMeter } from '../measuring/meter.ts';
import { overRounds, pairedRatio, quantile } from '../measuring/spread.ts';
import type { BenchContext, Goal, Measure, Part } from '../part.ts';
import { Callers, type Known } from './loading/callers.ts';
import { arrive, saturate, type Send } from './loading/load.ts';
import { makeBusyCity } from './serving/busy-city.ts';
import { recordRequests, REQUEST_NAMES, type RecordedRequests, type RequestName } from './serving/recorded-request.ts';
import { startApi, startBareServer, type MeasuredServer } from './serving/servers.ts';

const CLOSED = 10_000;
/** Enough cases for what a fast server acknowledges in its two measurements. */
const WAITING = 20_000;
const LEAST_WAITING = 4_000;
const SECONDS = 5;
const LANES = 16;
const LOAD = 0.7;

/** What one side did with one kind of request. */
interface Served {
  /** Requests a second when it did nothing else. */
  readonly rate: number;
  /** Milliseconds, at 70 % of that rate. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time a request. */
  readonly cpu: Readonly<Record<string, number>>;
}

type Numbers = Readonly<Record<RequestName, Served>>;

const goalsOf = (name: RequestName): Goal[] => [
  { measure: `p99 of ${name}, ours / bare`, says: `p99 of ${name} at 70 % load`, bound: 'at most', value: 1.5 },
  { measure: `${name}/s, ours / bare`, says: `${name} a second`, bound: 'at least', value: 0.6 },
];

/** The API, whole and as it is shipped, against the same statements without it. */
export const apiPart: Part = {
  name: 'api',
  title: 'Register, read, list, act through the API',
  against: 'bare Fastify and pg asking PostgreSQL the same, in prepared statements',
  knowsNoTemporal: true,
  goals: REQUEST_NAMES.flatMap(goalsOf),
  async run(context) {
    const { house, say } = context;
    const size = { closed: context.scaled(CLOSED), waiting: Math.max(LEAST_WAITING, context.scaled(WAITING)) };
    const city = await makeBusyCity(house, { ...size, say });
    const template = new URL(city.databaseUrl).pathname.slice(1);
    const fresh = (): Promise<string> => house.postgres.createDatabase(template);
    const recorded = await recordRequests(await fresh(), city.known);
    const temporal = await house.startTemporal();
    try {
      const side = (name: string, start: (databaseUrl: string) => Promise<MeasuredServer>): Side<Numbers> => ({
        name,
        measure: () => serve(context, { fresh, start, known: city.known, name }),
      });
      const rounds = await measureByTurns(
        [
          side('ours', (databaseUrl) => startApi(databaseUrl)),
          side('bare', (databaseUrl) => startBareServer(databaseUrl, recorded)),
          side('with relay', (databaseUrl) => startApi(databaseUrl, temporal)),
        ],
        context,
      );
      return {
        measures: measuresOf(rounds),
        counters: countersOf(recorded),
        notes: [...NOTES, ...notesOfRounds(rounds)],
      };
    } finally {
      await temporal.stop();
    }
  },
};

const NOTES = [
  `Each request alone: first ${LANES} callers who never pause, then callers who come at 70 % of that side's own rate, with exponential gaps; latencies count from when a call was to come.`,
  'The bare server checks nothing, knows no rule and no ORM; it sends the statements that were recorded of the API, in the same transactions, prepared, and answers as much.',
  'Ours is the API with its relay off, for the bare server has none; "with relay" is the API with its relay inside, which delivers to a Temporal on the same machine meanwhile: that of the profile it was measured on.',
];

async function serve(
  { scale, say }: BenchContext,
  side: {
    readonly name: string;
    readonly fresh: () => Promise<string>;
    readonly start: (databaseUrl: string) => Promise<MeasuredServer>;
    readonly known: Known;
  },
): Promise<Numbers> {
  const seconds = Math.max(0.5, SECONDS * Math.min(1, scale));
  const databaseUrl = await side.fresh();
  const server = await side.start(databaseUrl);
  const callers = new Callers(server.port, side.known);
  try {
    const processes = { server: server.pid, postgres: await postmasterOf(databaseUrl) };
    // A server that has just begun is still being compiled.
    for (const name of ['register', 'read', 'list'] as const) await saturate(LANES, seconds / 3, callers.sender(name));
    const numbers: [RequestName, Served][] = [];
    for (const name of REQUEST_NAMES) {
      const served = await measureRequest(callers.sender(name), seconds, processes);
      say(`${side.name}: ${name} ${served.rate.toFixed(0)}/s, p99 at 70 % ${served.p99.toFixed(1)} ms`);
      numbers.push([name, served]);
    }
    return Object.fromEntries(numbers) as unknown as Numbers;
  } finally {
    callers.close();
    await server.stop();
  }
}

/** Warmed up for a third of the time; what is acknowledged then is too little to run out of cases. */
async function measureRequest(send: Send, seconds: number, processes: Record<string, number>): Promise<Served> {
  await saturate(LANES, seconds / 3, send);
  const meter = await startMeter(processes);
  const most = await saturate(LANES, seconds, send);
  const used = await meter.read();
  const rate = most.requests / most.seconds;
  const { latencies } = await arrive(rate * LOAD, seconds, send);
  const cpu = Object.fromEntries(
    Object.entries(used.cpu).map(([name, milliseconds]) => [name, milliseconds / most.requests]),
  );
  return { rate, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), cpu };
}

function measuresOf(rounds: Rounds<Numbers>): Record<string, Measure> {
  const measures: Record<string, Measure> = {};
  for (const name of REQUEST_NAMES) {
    const of = (side: string, number: (served: Served) => number): number[] =>
      rounds.kept.map((round) => number((round[side] as Numbers)[name]));
    measures[`${name}/s, ours / bare`] = pairedRatio(of('ours', rateOf), of('bare', rateOf));
    measures[`p99 of ${name}, ours / bare`] = pairedRatio(of('ours', p99Of), of('bare', p99Of));
    for (const side of ['ours', 'bare', 'with relay']) {
      measures[`${name}/s, ${side}`] = overRounds(of(side, rateOf), '/s');
      measures[`p50 of ${name}, ${side}`] = overRounds(
        of(side, ({ p50 }) => p50),
        'ms',
      );
      measures[`p99 of ${name}, ${side}`] = overRounds(of(side, p99Of), 'ms');
      for (const process of ['server', 'postgres'])
        measures[`CPU of ${process} a ${name}, ${side}`] = overRounds(
          of(side, ({ cpu }) => cpu[process] ?? 0),
          'ms',
        );
    }
  }
  return measures;
}

const rateOf = ({ rate }: Served): number => rate;
const p99Of = ({ p99 }: Served): number => p99;

function countersOf(recorded: RecordedRequests): Record<string, number> {
  return Object.fromEntries(REQUEST_NAMES.map((name) => [`statements of ${name}`, recorded[name].statements.length]));
}
