import { standardHistory } from '../lifecycle/standard-shape.ts';
import type { CaseStep } from '../control/control.workflow.ts';
import { measureByTurns, notesOfRounds, type Rounds } from '../measuring/rounds.ts';
import { overRounds, pairedRatio } from '../measuring/spread.ts';
import type { BenchContext, Goal, Measure, Part } from '../part.ts';
import { controlStorm, hotlineStorm, stormShape, type StormNumbers } from './storm-sides.ts';

/** The great storm takes a quarter of an hour: it is played once, and smaller ones in rounds show how much chance is in it. */
const GREAT = 10_000;
const SMALL = 1_000;

const goalsOf = (deadlines: string): Goal[] => [
  {
    measure: `drain rate of ${deadlines}, ours / control`,
    says: `drain rate, ${deadlines}`,
    bound: 'at least',
    value: 0.8,
  },
  {
    measure: `API's p99 of ${deadlines}, meanwhile / quiet`,
    says: `the API's p99, ${deadlines}`,
    bound: 'at most',
    value: 2,
  },
];

/** Very many deadlines within one second. */
export const stormPart: Part = {
  name: 'storm',
  title: '10,000 deadlines in one second',
  against: 'the control: as many bare workflows whose timers fire within a second',
  goals: [
    ...goalsOf('10,000'),
    ...goalsOf('1,000'),
    { measure: 'lost', says: 'actions lost', bound: 'exactly', value: 0 },
    { measure: 'doubled', says: 'actions or mails doubled', bound: 'exactly', value: 0 },
  ],
  async run(context) {
    const { shape } = await standardHistory(context.house);
    const small = await stormsOf(context, shape, SMALL);
    const great = await stormsOf({ ...context, rounds: 1 }, shape, GREAT);
    const worst = (of: (numbers: StormNumbers) => number): Measure => ({
      value: Math.max(...[small, great].flatMap(({ kept }) => kept.map(({ hotline }) => of(hotline as StormNumbers)))),
    });
    return {
      measures: {
        ...measuresOf('10,000', great),
        ...measuresOf('1,000', small),
        lost: worst(({ lost }) => lost),
        doubled: worst(({ doubled }) => doubled),
      },
      notes: [...NOTES, ...notesOfRounds(small), ...notesOfRounds(great)],
    };
  },
};

function stormsOf(context: BenchContext, standard: readonly CaseStep[], deadlines: number) {
  const storm = { deadlines: context.scaled(deadlines), shape: stormShape(standard) };
  return measureByTurns([hotlineStorm(context, storm), controlStorm(context, storm)], context);
}

function measuresOf(deadlines: string, rounds: Rounds<StormNumbers>): Record<string, Measure> {
  const of = (side: string, number: keyof StormNumbers): number[] =>
    rounds.kept.map((round) => round[side]?.[number] ?? Number.NaN);
  const ours = (number: keyof StormNumbers): number[] => of('hotline', number);
  return {
    [`drain rate of ${deadlines}, ours / control`]: pairedRatio(ours('rate'), of('control', 'rate')),
    [`API's p99 of ${deadlines}, meanwhile / quiet`]: pairedRatio(ours('meanwhile'), ours('quiet')),
    [`actions/s of ${deadlines}, hotline`]: overRounds(ours('rate'), '/s'),
    [`rungs/s of ${deadlines} in the ledger, hotline`]: overRounds(ours('acted'), '/s'),
    [`actions/s of ${deadlines}, control`]: overRounds(of('control', 'rate'), '/s'),
    [`CPU of Temporal and worker an action of ${deadlines}, hotline`]: overRounds(ours('cpu'), 'ms'),
    [`CPU of Temporal and worker an action of ${deadlines}, control`]: overRounds(of('control', 'cpu'), 'ms'),
    [`API's p99, quiet before ${deadlines}`]: overRounds(ours('quiet'), 'ms'),
    [`API's p99, meanwhile with ${deadlines}`]: overRounds(ours('meanwhile'), 'ms'),
  };
}

const NOTES = [
  'The storm of 10,000 is played once, those of 1,000 in rounds.',
  'An action is: the timer fires, the ledger is asked and written to, the unit head is mailed, the next timer is set. The control does as many timers and activities, which do nothing.',
  'Drained from the first deadline to the last mail; the control to the last activity.',
  'The API (as shipped, relay inside) is visited 20 times a second in the 19 seconds before and during the storm, on our side only: six of ten read a case, three a list, one registers. Requests begin at fixed instants.',
];
