import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEPTH } from './how-deep.ts';
import { startRunningApi, type RunningApi } from './running-api.ts';
import { startFaultyProxy, type Handed } from './schemathesis/faulty-proxy.ts';
import { House, trySchemathesis, type Wish } from './schemathesis/schemathesis.ts';

const MINUTES = 60_000;

describe('Schemathesis, against the published document', () => {
  let api: RunningApi;
  let house: House;

  beforeAll(async () => {
    api = await startRunningApi();
    house = await House.of(api, DEPTH.everything ? 10 : 2);
  }, 2 * MINUTES);
  afterAll(async () => {
    house.remove();
    await api.stop();
  });

  const wish = (phases: string[], more: Partial<Wish> = {}): Wish => ({
    phases,
    examples: DEPTH.examples,
    seed: DEPTH.seed,
    ...(DEPTH.only ? { only: DEPTH.only } : {}),
    ...more,
  });

  const isAsked = DEPTH.everything || DEPTH.only !== '';
  // All operations take minutes of both cores, which `npm test` has not: `npm run test:deep -- bad-input` plays it.
  (isAsked ? describe : describe.skip)('every operation', () => {
    it(
      'finds no answer outside the document, no fault, and nothing accepted that the document forbids',
      async () => {
        // Side by side, for each has one core.
        const [[limits, chains], madeUp] = await Promise.all([
          inTurn(
            () => trySchemathesis(api, house, wish(['coverage'])),
            () => trySchemathesis(api, house, wish(['stateful'], { examples: 2 * DEPTH.examples })),
          ),
          trySchemathesis(api, house, wish(['examples', 'fuzzing'])),
        ]);
        const outcomes = [limits, chains, madeUp];
        const said = outcomes.filter(({ faults }) => faults.length > 0).map((outcome) => outcome.said);
        expect([outcomes.flatMap(({ faults }) => faults), ...said, api.log()]).toEqual([[], '']);
        for (const { sent } of outcomes) expect(sent).toBeGreaterThan(DEPTH.examples);
      },
      90 * MINUTES,
    );
  });

  it.each<[string, string, (answer: Handed) => Handed]>([
    [
      'Response violates schema',
      'an answer of another shape',
      (answer) => ({ ...answer, body: '{"units":[{"id":7}]}' }),
    ],
    ['Server error', 'a fault', (answer) => ({ ...answer, status: 500 })],
    ['Undocumented status code', 'a status of its own', (answer) => ({ ...answer, status: 202 })],
  ])(
    'sees the planted fault: %s',
    async (title, _, alter) => {
      const proxy = await startFaultyProxy(api.url, '/api/v1/units', alter);
      try {
        const { faults } = await trySchemathesis(api, house, {
          ...wish(['fuzzing'], { only: 'listUnits', url: proxy.url }),
          examples: 3,
        });
        expect(faults).toEqual(expect.arrayContaining([`${title}: GET /api/v1/units`]));
      } finally {
        await proxy.stop();
      }
    },
    2 * MINUTES,
  );
});

async function inTurn<Thing>(first: () => Promise<Thing>, second: () => Promise<Thing>): Promise<[Thing, Thing]> {
  return [await first(), await second()];
}
