import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assignCase,
  classifyCase,
  databaseClock,
  learnFromCases,
  registerCase,
  suggestForCase,
  suggestForRequest,
  suggestionUse,
} from '@hotline/application';
import { CategoryEntity } from '@hotline/persistence';
import { REQUEST, sowSmallCity, type SmallCity } from './small-city.ts';
import { Steps } from './steps.ts';

const WATER = ['小区停水两天', '自来水停水一整天', '水压太低没有水', '停水不通知'];
const ROADS = ['人民路路灯不亮', '路面塌陷一个洞', '路灯坏了三盏', '人行道路面破损'];

describe('suggestions from how cases went', () => {
  let city: SmallCity;
  let steps: Steps;
  const told = (title: string) => ({ title, text: `${title}，请尽快处理` });

  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
    steps = new Steps({ city, now: async () => new Date().toISOString() });
    await city.orm.em.fork().insert(CategoryEntity, { id: 'roads', name: '道路', level: 1 });
    for (const [titles, categoryId, unitId] of [
      [WATER, 'water-supply', 'water'],
      [ROADS, 'roads', 'housing'],
    ] as const)
      for (const title of titles) await wentTo(title, categoryId, unitId);
  }, 60_000);
  afterAll(() => city.close());

  async function wentTo(title: string, categoryId: string, unitId: 'water' | 'housing'): Promise<string> {
    const { caseNumber } = await registerCase(city.as('operator'), { ...REQUEST, ...told(title), categoryId });
    const by = `${unitId}-handler` as const;
    await steps.assign(caseNumber, [unitId]);
    await steps.acknowledge(caseNumber, 'a1', by);
    await steps.feedBack(caseNumber, { by });
    await steps.accept(caseNumber);
    await steps.satisfied(caseNumber);
    return caseNumber;
  }

  it('names category and unit with the words that say so, and the closed cases most like it', async () => {
    const found = await suggestForRequest(city.as('operator'), told('花园小区停水'));
    expect(found.categories[0]).toMatchObject({ id: 'water-supply', name: '供水', cases: 4 });
    expect(found.categories[0]?.words.join()).toContain('停水');
    expect(found.units[0]).toMatchObject({ id: 'water', name: '水务集团' });
    expect(found.similar[0]).toMatchObject({ title: '小区停水两天', unitName: '水务集团', outcome: 'solved' });
    const road = await suggestForRequest(city.as('operator'), told('路灯不亮很久了'));
    expect([road.categories[0]?.id, road.units[0]?.id]).toEqual(['roads', 'housing']);
    await expect(suggestForRequest(city.as('water-handler'), told('停水'))).rejects.toMatchObject({
      code: 'access.denied',
    });
  }, 60_000);

  it('of a case stands in its assignment, so that it is known how often a person follows; no unit sees it', async () => {
    const followed = await registerCase(city.as('operator'), { ...REQUEST, ...told('新村停水') });
    await suggestForCase(city.as('operator'), followed);
    await steps.assign(followed.caseNumber, ['water']);
    const overruled = await registerCase(city.as('operator'), { ...REQUEST, ...told('路灯杆倒了') });
    await suggestForCase(city.as('operator'), overruled);
    await assignCase(city.as('operator'), {
      caseNumber: overruled.caseNumber,
      units: [{ unitId: 'village', role: 'lead' }],
      quality: '尽快',
      feedback: '书面',
    });
    await steps.assigned(['water']);
    expect(await suggestionUse(city.as('director'), {})).toEqual({
      assigned: 2,
      category: { first: 1, amongThree: 2 },
      unit: { first: 1, amongThree: 1 },
    });
    const { timeline } = await steps.view(followed.caseNumber);
    const assigned = timeline.find(({ type }) => type === 'CaseAssigned');
    expect(assigned?.payload['suggested']).toMatchObject({ unitIds: ['water', 'housing'] });
    const seen = await steps.view(followed.caseNumber, 'water-handler');
    expect(JSON.stringify(seen.timeline)).not.toContain('suggested');
  }, 60_000);

  it('unlearns what a case taught when it turns out to be another matter, and counts each once', async () => {
    const caseNumber = await wentTo('停水又停电', 'water-supply', 'water');
    const learned = async () => {
      await learnFromCases(city.as('operator'), 100);
      const rows = await city.orm.em
        .fork()
        .execute<{ label: string; cases: number; weight: string }[]>(
          `select label, cases, weight from suggestion_label where kind = 'category' and label <> '' order by label`,
        );
      return Object.fromEntries(rows.map(({ label, cases }) => [label, cases]));
    };
    expect(await learned()).toEqual({ roads: 4, 'water-supply': 5 });
    expect(await learnFromCases(city.as('operator'), 100)).toBe(0);
    await classifyCase(city.as('operator'), { caseNumber, categoryId: 'roads' });
    expect(await learned()).toEqual({ roads: 5, 'water-supply': 4 });
    const [{ apart } = { apart: -1 }] = await city.orm.em.fork().execute<{ apart: number }[]>(
      `select count(*)::int as apart from suggestion_label l where l.label <> '' and l.weight <>
         (select sum(c.weight) from suggestion_count c where c.kind = l.kind and c.label = l.label)`,
    );
    expect(apart).toBe(0);
  }, 60_000);
});
