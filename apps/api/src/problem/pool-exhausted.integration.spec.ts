import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Me, Problem } from '@hotline/contracts-http';
import { openDatabase } from '@hotline/persistence';
import { CONNECTION_PATIENCE } from '../connection-patience.ts';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';
import type { Answered, Caller } from '../testing/caller.ts';

const POOL = 10;

describe('while every connection to the database is taken', () => {
  let api: ApiUnderTest;
  let operator: Caller;

  beforeAll(async () => {
    api = await startApiUnderTest({}, { patience: { max: POOL, connection: CONNECTION_PATIENCE } });
    operator = await api.as('operator');
  });
  afterAll(() => api.close());

  /** As many requests as there are connections wait for a lock that somebody else holds, until the work is done. */
  async function withoutConnections(work: () => Promise<void>): Promise<Promise<Answered<Me>>[]> {
    const elsewhere = await openDatabase(api.parts.configuration.databaseUrl, { max: 2 });
    try {
      return await elsewhere.em.fork().transactional(async (em) => {
        await em.execute('lock table app_user in access exclusive mode');
        const held = Array.from({ length: POOL }, () => operator.get<Me>('me'));
        await untilBlocked(elsewhere.em.fork(), POOL);
        await work();
        return held;
      });
    } finally {
      await elsewhere.close();
    }
  }

  it('refuses within three seconds, says so in both languages, and works again by itself', async () => {
    const held = await withoutConnections(async () => {
      const begun = performance.now();
      const refused = await Promise.all([
        ...Array.from({ length: 5 }, () => operator.get<Problem>('me')),
        operator.post<Problem>('cases', {}, { key: 'x' }),
        api.stranger.get<Problem>('/readyz'),
      ]);
      expect(performance.now() - begun).toBeLessThan(3_000);
      for (const { status, body, headers } of refused) {
        expect(status).toBe(503);
        expect(body).toMatchObject({ code: 'service.busy', detail: expect.stringMatching(/[一-鿿]/) });
        expect(body.detailEn).toMatch(/busy/);
        expect(headers.get('retry-after')).toBe('5');
      }
      expect((await api.stranger.get('/healthz')).status).toBe(200);
    });
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual(Array.from({ length: POOL }, () => 200));
    expect((await api.stranger.get('/readyz')).status).toBe(200);
    expect((await operator.register()).stage).toBe('registered');
  });

  async function untilBlocked(
    em: ReturnType<ApiUnderTest['parts']['orm']['em']['fork']>,
    count: number,
  ): Promise<void> {
    for (;;) {
      const [row] = await em.execute<{ blocked: number }[]>(
        `select count(*)::int as blocked from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (row?.blocked === count) return;
    }
  }
});
