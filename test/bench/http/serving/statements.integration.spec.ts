import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseClock, type Clock } from '@hotline/application';
import { createSuiteDatabase } from '@hotline/infra';
import { growLedger } from '../growing/grow-ledger.ts';
import { Callers, type Known } from '../loading/callers.ts';
import { categoriesOf, logIn, sowCity } from './busy-city.ts';
import { recordRequests, REQUEST_NAMES, type RequestName } from './recorded-request.ts';
import { openWatchedDatabase, type Statement, type WatchedDatabase } from './statement-log.ts';

/** Statements that a request may ask of the database, `begin` and `commit` counted, the session looked up. */
const MOST: Readonly<Record<RequestName, number>> = { register: 23, read: 7, list: 2, act: 17 };

interface ServedApi {
  listen(port: number, host: string): Promise<unknown>;
  getUrl(): Promise<string>;
  close(): Promise<void>;
}

describe('what a request asks of the database', () => {
  let databaseUrl: string;
  let database: WatchedDatabase;
  let known: Known;
  const opened: { close(): Promise<unknown> | void }[] = [];

  beforeAll(async () => {
    databaseUrl = await createSuiteDatabase();
    await sowCity(databaseUrl);
    const [first = '', second = '', ...waiting] = await growLedger(databaseUrl, { closed: 0, waiting: 8 });
    const tokens = {
      operatorToken: await logIn(databaseUrl, 'operator1'),
      handlerToken: await logIn(databaseUrl, 'shuiwu'),
    };
    const categories = await categoriesOf(databaseUrl);
    known = { ...tokens, categories, waitingCases: [first, second], waiting, cases: [second] };
    database = await openWatchedDatabase(databaseUrl);
  }, 60_000);
  afterAll(async () => {
    for (const one of opened.reverse()) await one.close();
    await database.orm.close();
  });

  /** The statements of each request to the API itself; each was asked once before, so that what is kept is not counted. */
  async function asked(clock: Clock): Promise<Record<RequestName, Statement[]>> {
    // Not by its name: its sources are another project's, with decorators.
    const source = new URL('../../../../apps/api/src/create-api.ts', import.meta.url);
    const { createApi } = (await import(source.pathname)) as { createApi(parts: object): Promise<ServedApi> };
    const quiet = { publicUrl: 'http://hotline.test', logLevel: 'silent', cookieSecure: false, trustProxy: false };
    const api = await createApi({ orm: database.orm, clock, configuration: { ...quiet, databaseUrl } });
    opened.push(api);
    await api.listen(0, '127.0.0.1');
    const callers = new Callers(Number(new URL(await api.getUrl()).port), known);
    opened.push(callers);
    known = { ...known, waiting: known.waiting.slice(2) };
    const statements: [RequestName, Statement[]][] = [];
    for (const name of REQUEST_NAMES) {
      const send = callers.sender(name);
      await send();
      statements.push([name, await database.statementsOf(send)]);
    }
    return Object.fromEntries(statements) as Record<RequestName, Statement[]>;
  }

  const tooMany = (statements: Record<RequestName, Statement[]>): RequestName[] =>
    REQUEST_NAMES.filter((name) => statements[name].length > MOST[name]);

  it('is not more than it was, and the same as the bare server is given', async () => {
    const statements = await asked(databaseClock);
    expect(tooMany(statements)).toEqual([]);
    const recorded = await recordRequests(databaseUrl, known);
    for (const name of REQUEST_NAMES)
      expect([name, statements[name].map(({ sql }) => sql)]).toEqual([
        name,
        recorded[name].statements.map(({ sql }) => sql),
      ]);
  });

  it('is noticed when it is one statement more', async () => {
    const twice: Clock = { now: async (em) => (await databaseClock.now(em)) && databaseClock.now(em) };
    expect(tooMany(await asked(twice))).toEqual(['register', 'read', 'act']);
  });
});
