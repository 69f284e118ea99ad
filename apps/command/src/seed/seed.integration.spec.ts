import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { databaseClock, listArticles, listBoard, listCases, logIn, verifyLedger } from '@hotline/application';
import { createSuiteDatabase } from '@hotline/infra';
import { openDatabase, PolicyEntity, UserEntity } from '@hotline/persistence';
import { DEMO_LOGINS } from './demo-logins.ts';
import { sowCalls } from './sow-calls.ts';
import { sowCity } from './sow-city.ts';
import { sowKnowledge } from './sow-knowledge.ts';

let orm: MikroORM;
beforeAll(async () => {
  orm = await openDatabase(await createSuiteDatabase());
}, 30_000);
afterAll(() => orm.close(true));

describe('sowing the city', () => {
  it('fills an empty database once, also when two do it at once', async () => {
    const sown = await Promise.all([sowCity(orm, 'standard'), sowCity(orm, 'standard')]);
    expect(sown.filter(Boolean)).toHaveLength(1);
    expect(await sowCity(orm, 'fast')).toBeUndefined();
    const inForce = await orm.em.fork().find(PolicyEntity, { inForceSince: { $ne: null } });
    expect(inForce.map(({ version }) => version)).toEqual([1]);
  }, 30_000);

  it('lets everybody in the table of log-ins in, and nobody of a unit that is not online', async () => {
    const context = { orm, clock: databaseClock };
    for (const { username, password } of DEMO_LOGINS)
      expect((await logIn(context, { username, password, address: 'here' })).user.username).toBe(username);
    expect(await orm.em.fork().count(UserEntity, { unitId: 'ranqi', active: true })).toBe(0);
  });

  it('fills the knowledge base and the board of today, and answers calls from it', async () => {
    const { articles } = await sowKnowledge(orm);
    await sowCalls(orm, articles);
    const asked = { orm, clock: databaseClock, actor: { userId: 'operator1', role: 'operator' } } as const;
    const found = await listArticles(asked, { q: '停水', offered: true, limit: 5 });
    expect(found.items[0]?.articleId).toBe(articles.get('停水了怎么办，什么时候来水')?.articleId);
    const [mostUsed] = (await listArticles(asked, { sort: 'most-used', limit: 1 })).items;
    expect(mostUsed?.used).toBe(1);
    const { items } = await listBoard(asked);
    expect(items.map(({ state }) => state)).toEqual(['showing', 'showing', 'showing', 'to-come']);
  }, 60_000);

  it('takes the calls to every stage that a desk shows, by the real use cases', async () => {
    const { items } = await listCases({ orm, actor: { userId: 'director', role: 'director' } }, { limit: 50 });
    expect(new Set(items.map(({ stage }) => stage))).toEqual(
      new Set(['registered', 'assigned', 'completed', 'closed', 'declined']),
    );
    expect((await verifyLedger({ orm })).faults).toEqual([]);
  }, 60_000);
});
