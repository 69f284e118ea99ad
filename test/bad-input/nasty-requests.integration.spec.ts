import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerPrint } from './ledger-print.ts';
import { nastyPaths, nastyQueries } from './nasty-addresses.ts';
import { nastyBodies, oddBodies } from './nasty-bodies.ts';
import { NASTY_HEADERS } from './nasty-headers.ts';
import { RAW_REQUESTS, sendRaw } from './raw-requests.ts';
import { startRunningApi, type RunningApi } from './running-api.ts';
import { foundWith, Scrutiny, thinned } from './scrutiny.ts';

const MINUTES = 60_000;
/** What asks for another protocol is hung up on. */
const WITHOUT_ANSWER = ['a tunnel'];
/** Node refuses by itself, in no words, what names no host. */
const WITHOUT_WORDS = ['no host'];

describe('nasty requests', () => {
  let api: RunningApi;
  let scrutiny: Scrutiny;

  beforeAll(async () => {
    api = await startRunningApi();
    scrutiny = await Scrutiny.of(api);
  }, 60_000);
  afterAll(() => api.stop());

  it(
    'with a body that is none are refused by every operation, and leave nothing',
    async () => {
      const found = await foundWith(scrutiny.operations, async (operation, turn) => {
        if (!operation.body) return [];
        const request = await scrutiny.ready(operation);
        return scrutiny.ofRefusals(operation, request, thinned(nastyBodies(request.body), 3, turn));
      });
      expect(found).toEqual([]);
    },
    10 * MINUTES,
  );

  it(
    'with a body said oddly are understood or refused',
    async () => {
      const found = await foundWith(scrutiny.operations, async (operation, turn) => {
        if (!operation.body) return [];
        const { body } = await scrutiny.ready(operation);
        return foundWith(thinned(oddBodies(body), 8, turn), (one) => scrutiny.ofEither(operation, one));
      });
      expect(found).toEqual([]);
    },
    10 * MINUTES,
  );

  it(
    'with nasty headers are understood or refused',
    async () => {
      const operations = ['logIn', 'getMe', 'listCases', 'registerCase', 'recordUrgingCall', 'revealPhone'];
      const found = await foundWith(scrutiny.operations, (operation) =>
        operations.includes(operation.operationId)
          ? foundWith(NASTY_HEADERS, (one) => scrutiny.ofEither(operation, one))
          : Promise.resolve([]),
      );
      expect(found).toEqual([]);
    },
    10 * MINUTES,
  );

  it(
    'with nasty queries are answered or refused',
    async () => {
      const found = await foundWith(scrutiny.operations, (operation, turn) =>
        operation.method === 'GET'
          ? scrutiny.ofReading(operation, thinned(nastyQueries(operation), 3, turn))
          : Promise.resolve([]),
      );
      expect(found).toEqual([]);
    },
    10 * MINUTES,
  );

  it(
    'to nasty addresses are refused',
    async () => {
      const found = await foundWith(scrutiny.operations, async (operation, turn) =>
        scrutiny.ofRefusals(operation, await scrutiny.ready(operation), thinned(nastyPaths(operation), 8, turn)),
      );
      expect(found).toEqual([]);
    },
    10 * MINUTES,
  );

  it(
    'that no client makes are answered as problems, or not at all',
    async () => {
      const print = await ledgerPrint(api.city);
      for (const [name, text] of Object.entries(RAW_REQUESTS)) {
        const { status, head, body } = await sendRaw(api.url, text);
        const excused = status === 400 ? WITHOUT_WORDS : status === undefined ? WITHOUT_ANSWER : [];
        const isPage = status === 200 && /^content-type: text\/html/m.test(head);
        const isProblem =
          /^content-type: application\/problem\+json/m.test(head) && body.includes(`"status":${status}`);
        const isRefusal = status !== undefined && status >= 400 && status < 500 && isProblem;
        expect([name, isPage || isRefusal || excused.includes(name), status, head]).toEqual([
          name,
          true,
          status,
          expect.anything(),
        ]);
      }
      expect(await ledgerPrint(api.city)).toEqual(print);
    },
    MINUTES,
  );
});
