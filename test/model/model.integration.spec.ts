import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startRunningApi, type RunningApi } from '../bad-input/running-api.ts';
import { ANY_COMMAND, beginWith } from './any-command.ts';
import { CityModel, type Mistake } from './city-model.ts';
import { ON_DUTIES } from './commands.ts';
import { RealCity } from './real-city.ts';

const MINUTES = 60_000;
/** A failure names its seed and path: MODEL_SEED and MODEL_PATH bring it again. `npm run test:deep` sets the others. */
const { MODEL_RUNS, MODEL_STEPS, MODEL_SEED, MODEL_PATH } = process.env;
const RUNS = Number(MODEL_RUNS ?? 50);
const STEPS = Number(MODEL_STEPS ?? 40);
const SEED = Number(MODEL_SEED ?? 12_345);

describe('the API, against a simple model of the rules', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startRunningApi();
  }, MINUTES);
  afterAll(() => api.stop());

  /** A failing run is shortened for a minute at most, and says the seed and the path that bring it again. */
  const check = (runs: number, counts: Map<string, number>, mistake?: Mistake): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.commands(ANY_COMMAND, { maxCommands: STEPS, size: 'max' }), async (commands) => {
        const start = async () => {
          const begun = { model: new CityModel(mistake), real: new RealCity(api, counts) };
          await beginWith(begun.model, begun.real);
          return begun;
        };
        await fc.asyncModelRun(start, commands);
      }),
      {
        numRuns: runs,
        seed: SEED,
        includeErrorInReport: true,
        ...(MODEL_PATH ? { path: MODEL_PATH } : {}),
        ...(mistake ? { endOnFailure: true } : { interruptAfterTimeLimit: 90 * MINUTES }),
      },
    );

  it(
    `answers, and becomes, what the model says: stages, assignments, rights, deadlines (seed ${SEED})`,
    async () => {
      const counts = new Map<string, number>();
      await check(RUNS, counts);
      const steps = ['register', 'assign', 'call back', 'look', ...Object.keys(ON_DUTIES)];
      // A step that was never done, or never refused, was not tried.
      expect([steps.filter((step) => !counts.has(`${step}: done`)), counts]).toEqual([[], counts]);
      expect([...counts.keys()].filter((name) => /unknown|forbidden|refused/.test(name)).length).toBeGreaterThan(20);
    },
    100 * MINUTES,
  );

  it.each<[Mistake, RegExp]>([
    ['heads acknowledge nothing', /acknowledge .*: expected forbidden, came 200/],
    ['no lunch', /assignments of \d+: expected/],
    ['a return stays with its unit', /(stage|assignments) of \d+: expected/],
  ])(
    'would differ from a model that is wrong: %s',
    async (mistake, difference) => {
      await expect(check(200, new Map(), mistake)).rejects.toThrow(difference);
    },
    5 * MINUTES,
  );
});
