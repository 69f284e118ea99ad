import {
  actOnStream,
  approveRules,
  databaseClock,
  draftRules,
  getRulesChange,
  MACHINE_ACTOR,
  previewRules,
  rehearseRules,
  type RulesRunView,
} from '@hotline/application';
import { DEFAULT_POLICY, nextAction, type Policy, type RulesChangeState } from '@hotline/domain';
import { findStream, openDatabase } from '@hotline/persistence';
import type { MikroORM } from '@mikro-orm/postgresql';
import { makeBusyCity } from '../http/serving/busy-city.ts';
import type { Part } from '../part.ts';

const CASES = 100_000;
/** So many open cases are moved; at the rate that is found the others would follow. */
const MOVED = 2_000;
const PATIENCE = 30;

const { version: _, ...BASE } = DEFAULT_POLICY;
const DRAFT: Omit<Policy, 'version'> = {
  ...BASE,
  name: '第2版',
  terms: { ...BASE.terms, consultation: { workingDays: 2 }, help: { workingDays: 8 }, complaint: { workingDays: 3 } },
};

/** A draft policy over every open case, and over what was closed: how long the director waits. */
export const policyPart: Part = {
  name: 'policy',
  title: 'A draft policy previewed over 100,000 open cases, and rehearsed over 100,000 closed ones',
  against: 'the director’s patience: 30 s',
  knowsNoTemporal: true,
  goals: [
    { measure: 'preview', says: 'preview of 100,000 open cases', bound: 'at most', value: PATIENCE },
    { measure: 'rehearsal', says: 'rehearsal of 100,000 closed cases', bound: 'at most', value: PATIENCE },
    { measure: 'previewed, of all', says: 'every open case is looked at', bound: 'exactly', value: 1 },
    { measure: 'rehearsed, of all', says: 'every closed case is rehearsed', bound: 'exactly', value: 1 },
  ],
  async run({ house, say, scaled }) {
    const cases = scaled(CASES);
    const city = await makeBusyCity(house, { closed: cases, waiting: cases, say });
    const orm = await openDatabase(city.databaseUrl);
    try {
      const change = await draftRules(as(orm, 'director'), { policy: DRAFT, reason: 'bench' });
      const { changeId } = change;
      const period = { from: '2020-01-01T00:00:00.000Z', to: new Date(Date.now() + 60_000).toISOString() };
      await previewRules(as(orm, 'director'), { changeId });
      const preview = await workThrough(orm, changeId, say);
      await rehearseRules(as(orm, 'director'), { changeId, ...period });
      const rehearsal = await workThrough(orm, changeId, say);
      await approveRules(as(orm, 'admin'), { changeId, reach: 'open-cases', reason: 'bench' });
      const moving = await workThrough(orm, changeId, say, scaled(MOVED));
      const seconds = (value: number) => ({ value: Math.round(value * 10) / 10, unit: 's' });
      return {
        measures: {
          preview: seconds(preview.seconds),
          rehearsal: seconds(rehearsal.seconds),
          'preview, processor of the worker': seconds(preview.processor),
          'rehearsal, processor of the worker': seconds(rehearsal.processor),
          'previewed, of all': { value: preview.run.looked / (preview.run.total ?? 0) },
          'rehearsed, of all': { value: rehearsal.run.looked / (rehearsal.run.total ?? 0) },
          'would move': { value: preview.run.touched },
          'would be different': { value: rehearsal.run.touched },
          moved: { value: moving.run.looked / moving.seconds, unit: '/s' },
          'pieces of a preview': { value: preview.pieces },
          'largest memory': { value: Math.round(rehearsal.memory), unit: 'MB' },
        },
        notes: NOTES,
      };
    } finally {
      await orm.close();
    }
  },
};

const NOTES = [
  'The use cases that the worker’s activities call are called here, piece after piece; Temporal’s part, a local activity for each piece of 1.5 s, is left out.',
  'The closed cases are those of the growth part: 84 % were answered at the desk, the others went to eight units. The open ones wait for their unit to acknowledge, and every one of them would move.',
  'Moving is measured on some of the open cases: each is locked, decided upon, and changed by an event of its own.',
];

const as = (orm: MikroORM, role: 'director' | 'admin') => ({
  orm,
  clock: databaseClock,
  actor: { userId: role, role: role === 'admin' ? ('administrator' as const) : role },
});

interface Worked {
  readonly seconds: number;
  /** Seconds of the worker's own processor. */
  readonly processor: number;
  readonly run: RulesRunView;
  readonly pieces: number;
  readonly memory: number;
}

/** Lets the machine work at the change's run until it is done, or has looked at so many. */
async function workThrough(
  orm: MikroORM,
  changeId: string,
  say: (line: string) => void,
  atMost = Number.POSITIVE_INFINITY,
): Promise<Worked> {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  let memory = 0;
  for (let pieces = 0; ; pieces++) {
    const stream = await findStream(orm.em.fork(), changeId);
    const next = stream && nextAction(stream.state as RulesChangeState);
    const { runs } = await getRulesChange(as(orm, 'director'), { changeId });
    const run = runs.at(-1);
    if (!run) throw new Error('no run was begun');
    say(`${run.kind}: ${run.looked} of ${run.total ?? '?'}`);
    memory = Math.max(memory, process.memoryUsage().rss / 2 ** 20);
    if (!next || run.looked >= atMost) {
      const { user, system } = process.cpuUsage(cpu);
      const seconds = (performance.now() - begun) / 1_000;
      return { seconds, processor: (user + system) / 1_000_000, run, pieces, memory };
    }
    const machine = { orm, clock: databaseClock, actor: MACHINE_ACTOR };
    await actOnStream(machine, { stream: changeId, key: next.key, at: next.at, after: 2 ** 30 });
  }
}
