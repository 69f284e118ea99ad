import { measureByTurns, notesOfRounds, type Rounds } from '../measuring/rounds.ts';
import { overRounds, pairedRatio } from '../measuring/spread.ts';
import type { WorkflowCost } from '../measuring/workflow-cost.ts';
import type { BenchContext, Measure, Part, PartResult } from '../part.ts';
import { controlAtRest, controlSide, dbosSide, hotlineSide, type LifecycleNumbers } from './lifecycle-sides.ts';
import { standardHistory } from './standard-shape.ts';

const CASES = 1_000;
const REMIND_AFTER_SECONDS = 3;

/** Standard cases from the call to the close, all at once. */
export const lifecyclePart: Part = {
  name: 'lifecycle',
  title: 'Standard cases from the call to the close, 1,000 at once',
  against: 'a bare Temporal workflow with the same signals, timers and activities; DBOS doing the same steps',
  goals: [
    {
      measure: 'transitions at rest, ours / control',
      says: 'state transitions, each step after the one before has come to rest',
      bound: 'at most',
      value: 1,
    },
    { measure: 'transitions, ours / control', says: 'state transitions, all at once', bound: 'at most', value: 1 },
    {
      measure: 'CPU of Temporal and worker, ours / control',
      says: 'CPU of Temporal and worker',
      bound: 'at most',
      value: 1.25,
    },
    { measure: 'cases/s, ours / control', says: 'cases/s', bound: 'at least', value: 0.85 },
  ],
  async run(context) {
    const { shape, cost } = await standardHistory(context.house);
    const cases = context.scaled(CASES);
    const order = { cases, shape, remindAfter: REMIND_AFTER_SECONDS };
    const atRest = await controlAtRest(context, order);
    const sides = [hotlineSide(context, order), controlSide(context, order), dbosSide(context, order)];
    const rounds = await measureByTurns(sides, context);
    const { measures, counters, notes } = resultOf(context, rounds, cases);
    const ratio = { value: cost.stateTransitions / atRest.stateTransitions, unit: '×' };
    return {
      measures: { 'transitions at rest, ours / control': ratio, ...measures },
      counters: { ...counters, 'stateTransitions at rest, control': atRest.stateTransitions },
      notes: notes ?? [],
    };
  },
};

function resultOf(context: BenchContext, rounds: Rounds<LifecycleNumbers>, cases: number): PartResult {
  const of = (side: string, number: (numbers: LifecycleNumbers) => number): number[] =>
    rounds.kept.map((round) => number(round[side] as LifecycleNumbers));
  const ratio = (number: (numbers: LifecycleNumbers) => number, peer = 'control'): Measure =>
    pairedRatio(of('hotline', number), of(peer, number));
  const rate = ({ seconds }: LifecycleNumbers): number => cases / seconds;
  const cpu =
    (...names: string[]) =>
    ({ used }: LifecycleNumbers): number =>
      names.reduce((sum, name) => sum + (used.cpu[name] ?? 0), 0) / cases;
  const cost =
    (name: keyof WorkflowCost) =>
    (numbers: LifecycleNumbers): number =>
      numbers.cost?.[name] ?? Number.NaN;
  const measures: Record<string, Measure> = {
    'transitions, ours / control': ratio(cost('stateTransitions')),
    'CPU of Temporal and worker, ours / control': ratio(cpu('temporal', 'worker')),
    'cases/s, ours / control': ratio(rate),
    'cases/s, ours / DBOS': ratio(rate, 'dbos'),
  };
  for (const side of ['hotline', 'control', 'dbos']) {
    measures[`cases/s, ${side}`] = overRounds(of(side, rate), '/s');
    for (const name of Object.keys(rounds.kept[0]?.[side]?.used.cpu ?? {}))
      measures[`CPU a case of ${name}, ${side}`] = overRounds(of(side, cpu(name)), 'ms');
    measures[`commits a case, ${side}`] = overRounds(of(side, ({ used }) => used.commits / cases));
    measures[`WAL a case, ${side}`] = overRounds(
      of(side, ({ used }) => used.wal / 1_024 / cases),
      'KB',
    );
  }
  return { measures, counters: countersOf(of, cost), notes: [...notesOf(context, cases), ...notesOfRounds(rounds)] };
}

function countersOf(
  of: (side: string, number: (numbers: LifecycleNumbers) => number) => number[],
  cost: (name: keyof WorkflowCost) => (numbers: LifecycleNumbers) => number,
): Record<string, number> {
  const names = ['historyEvents', 'stateTransitions', 'historyBytes', 'signals', 'timers', 'activities'] as const;
  return Object.fromEntries(
    ['hotline', 'control'].flatMap((side) =>
      names.map((name) => [`${name} a case, ${side}`, overRounds(of(side, cost(name))).value]),
    ),
  );
}

function notesOf({ profile }: BenchContext, cases: number): string[] {
  return [
    `${cases} cases begun at once; each person's step follows when the one before was answered, 16 steps under way at once on every side; feedback follows the reminder.`,
    'Ours: use cases and relay in one process in the place of the API, the worker as it is shipped, mails really sent, a ledger really written. The control has none of it: its activities do nothing, it upserts no search attributes.',
    'DBOS runs workflows, steps and driver in one process, its best case: a message to a workflow is a row, and no other server stands between.',
    profile === 'cluster'
      ? 'Temporal keeps its data in the same PostgreSQL: its share of the work there is in the CPU, commits and WAL of PostgreSQL, on both sides.'
      : 'Temporal keeps its data in SQLite without waiting for the disk, on both sides; DBOS waits for PostgreSQL at each step.',
  ];
}
