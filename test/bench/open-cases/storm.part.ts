import { standardHistory } from '../lifecycle/standard-shape.ts';
import { measureByTurns, notesOfRounds } from '../measuring/rounds.ts';
import { overRounds, pairedRatio } from '../measuring/spread.ts';
import type { Part } from '../part.ts';
import { controlStorm, hotlineStorm, stormShape, type Storm, type StormNumbers } from './storm-sides.ts';

const DEADLINES = 10_000;

/** Very many deadlines within one second. */
export const stormPart: Part = {
  name: 'storm',
  title: '10,000 deadlines in one second',
  against: 'the control: as many bare workflows whose timers fire within a second',
  goals: [
    { measure: 'drain rate, ours / control', says: 'drain rate', bound: 'at least', value: 0.8 },
    { measure: 'lost', says: 'actions lost', bound: 'exactly', value: 0 },
    { measure: 'doubled', says: 'actions or mails doubled', bound: 'exactly', value: 0 },
    { measure: "API's p99, meanwhile / quiet", says: "the API's p99", bound: 'at most', value: 2 },
  ],
  async run(context) {
    const { shape } = await standardHistory(context.house);
    const storm: Storm = { deadlines: context.scaled(DEADLINES), shape: stormShape(shape) };
    const sides = [hotlineStorm(context, storm), controlStorm(context, storm)];
    const rounds = await measureByTurns(sides, context);
    const of = (side: string, number: (numbers: StormNumbers) => number | undefined): number[] =>
      rounds.kept.map((round) => number(round[side] as StormNumbers) ?? Number.NaN);
    const ours = (number: (numbers: StormNumbers) => number | undefined): number[] => of('hotline', number);
    return {
      measures: {
        'drain rate, ours / control': pairedRatio(ours(rateOf), of('control', rateOf)),
        "API's p99, meanwhile / quiet": pairedRatio(
          ours(({ meanwhile }) => meanwhile),
          ours(({ quiet }) => quiet),
        ),
        lost: { value: Math.max(...ours(({ lost }) => lost)) },
        doubled: { value: Math.max(...ours(({ doubled }) => doubled)) },
        'actions/s, hotline': overRounds(ours(rateOf), '/s'),
        'rungs/s in the ledger, hotline': overRounds(
          ours(({ acted }) => acted ?? Number.NaN),
          '/s',
        ),
        'actions/s, control': overRounds(of('control', rateOf), '/s'),
        'CPU of Temporal and worker an action, hotline': overRounds(
          ours(({ cpu }) => cpu),
          'ms',
        ),
        'CPU of Temporal and worker an action, control': overRounds(
          of('control', ({ cpu }) => cpu),
          'ms',
        ),
        "API's p99, quiet": overRounds(
          ours(({ quiet }) => quiet ?? Number.NaN),
          'ms',
        ),
        "API's p99, meanwhile": overRounds(
          ours(({ meanwhile }) => meanwhile ?? Number.NaN),
          'ms',
        ),
      },
      notes: [...NOTES, ...notesOfRounds(rounds)],
    };
  },
};

const rateOf = ({ rate }: StormNumbers): number => rate;

const NOTES = [
  'An action is: the timer fires, the ledger is asked and written to, the unit head is mailed, the next timer is set. The control does as many timers and activities, which do nothing.',
  'Drained from the first deadline to the last mail; the control to the last activity.',
  'The API (as shipped, relay inside) is visited 20 times a second in the 19 seconds before and during the storm, on our side only: six of ten read a case, three a list, one registers. Requests begin at fixed instants.',
];
