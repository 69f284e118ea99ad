import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres, type TestPostgres } from '@hotline/infra';
import type { Problem } from '@hotline/contracts-http';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';

describe('while the database is down', () => {
  let postgres: TestPostgres;
  let api: ApiUnderTest;

  beforeAll(async () => {
    postgres = await startPostgres({ durable: true });
    api = await startApiUnderTest({}, { database: await postgres.createDatabase() });
  }, 60_000);
  afterAll(async () => {
    await api.close();
    await postgres.stop();
  });

  it('says so, is alive but not ready, and works again when it is back', async () => {
    const operator = await api.as('operator');
    expect((await api.stranger.get('/readyz')).status).toBe(200);
    const ended = postgres.restart('crash');
    const refusals: { status: number; body: Problem; retryAfter: string | null }[] = [];
    let ready: number;
    do {
      const { status, body, headers } = await operator.get<Problem>('me');
      if (status !== 200) refusals.push({ status, body, retryAfter: headers.get('retry-after') });
      expect((await api.stranger.get('/healthz')).status).toBe(200);
      ready = (await api.stranger.get('/readyz')).status;
    } while (ready !== 200 || refusals.length === 0);
    await ended;
    for (const refusal of refusals)
      expect(refusal).toMatchObject({
        status: 503,
        body: { code: expect.stringMatching(/^service\.(database-down|busy)$/) },
        retryAfter: '5',
      });
    expect((await operator.register()).stage).toBe('registered');
  }, 60_000);
});
