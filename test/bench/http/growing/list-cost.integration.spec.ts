import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@hotline/application';
import { createSuiteDatabase } from '@hotline/infra';
import { askDatabase } from '../../measuring/database-counters.ts';
import { sowCity } from '../serving/busy-city.ts';
import { openWatchedDatabase, type WatchedDatabase } from '../serving/statement-log.ts';
import { cursorInTheMiddle, DEEP_LISTS, DESK_LISTS } from './desk-lists.ts';
import { growLedger } from './grow-ledger.ts';
import { rowsLookedAt } from './list-cost.ts';

const CASES = 20_000;
/** Whoever looks at every case looks at 20,000 rows; a frequent word is found by walking past some hundreds. */
const MOST_ROWS = 4_000;

describe('what a page of a list costs in a ledger of twenty thousand cases', () => {
  let databaseUrl: string;
  let database: WatchedDatabase;

  beforeAll(async () => {
    databaseUrl = await createSuiteDatabase();
    await sowCity(databaseUrl);
    await growLedger(databaseUrl, { closed: CASES, waiting: 200 });
    database = await openWatchedDatabase(databaseUrl);
  }, 120_000);
  afterAll(() => database.orm.close());

  it('is measured on a ledger that verifies, though its cases are copies', async () => {
    const { streams, faults } = await verifyLedger(database);
    expect(faults).toEqual([]);
    expect(streams).toBeGreaterThan(CASES);
  }, 60_000);

  it.each(DESK_LISTS.map((list) => [list.name, list] as const))('%s: the first', async (_, list) => {
    expect(await rowsLookedAt(database, list)).toBeLessThanOrEqual(MOST_ROWS);
  });

  it.each(DEEP_LISTS.map((list) => [list.name, list] as const))('%s: one in the middle', async (_, list) => {
    const after = await cursorInTheMiddle(databaseUrl, list);
    expect(await rowsLookedAt(database, list, after)).toBeLessThanOrEqual(MOST_ROWS);
  });

  it('is noticed when an index is missing', async () => {
    const missed = DESK_LISTS.find(({ name }) => name === 'search, two characters nobody said');
    if (!missed) throw new Error('there is no such list');
    const definition = `select indexdef as made from pg_indexes where indexname = 'case_search_pairs'`;
    const [index] = await askDatabase<{ made: string }>(databaseUrl, definition);
    await askDatabase(databaseUrl, 'drop index case_search_pairs');
    expect(await rowsLookedAt(database, missed)).toBeGreaterThan(MOST_ROWS);
    await askDatabase(databaseUrl, index?.made ?? '');
    expect(await rowsLookedAt(database, missed)).toBeLessThanOrEqual(MOST_ROWS);
  });
});
