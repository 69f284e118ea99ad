import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  appealQuality,
  checkQuality,
  databaseClock,
  decideQualityAppeal,
  getQualityForm,
  listQualityChecks,
  listTasks,
  registerCase,
  scoreQuality,
  verifyLedger,
} from '@hotline/application';
import { REQUEST, sowSmallCity, type SmallCity } from './small-city.ts';

const ALWAYS = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };

describe('quality checks', () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
  });
  afterAll(() => city.close());

  const marksOf = async (less = 0) => {
    const { items } = await getQualityForm(city.as('operator'));
    return items.map(({ id, points }, index) => ({ item: id, points: index === 0 ? points - less : points }));
  };
  const registered = async () => (await registerCase(city.as('operator'), REQUEST)).caseNumber;

  it('are given by a form, listed, averaged by person, appealed and decided', async () => {
    const [first, second] = [await registered(), await registered()];
    const check = async (caseNumber: string, userId: string, less: number) =>
      checkQuality(city.as('checker'), { caseNumber, checked: 'call', userId, marks: await marksOf(less) });
    expect(await check(first, 'operator', 5)).toMatchObject({ checkNumber: 1, score: 95, status: 'checked' });
    expect(await check(first, 'leader', 10)).toMatchObject({ checkNumber: 2, score: 90 });
    await check(second, 'operator', 20);
    const { items } = await scoreQuality(city.as('supervisor'), ALWAYS);
    expect(items).toMatchObject([
      { userId: 'leader', checks: 1, average: 90 },
      { userId: 'operator', checks: 2, average: 87.5, lowest: 80, appealed: 0 },
    ]);

    const appeal = { caseNumber: second, checkNumber: 1, text: '来电人先挂断了' };
    await expect(appealQuality(city.as('leader'), appeal)).rejects.toMatchObject({ code: 'quality.not-yours' });
    expect(await appealQuality(city.as('operator'), appeal)).toMatchObject({ status: 'appealed', score: 80 });
    const mine = { caseNumber: second, limit: 10 };
    const tasks = await listTasks(city.as('supervisor'), mine);
    expect(tasks.items.map(({ kind }) => kind)).toContain('quality-appeal');
    const decision = { caseNumber: second, checkNumber: 1, marks: await marksOf(), text: '录音属实' };
    await expect(decideQualityAppeal(city.as('operator'), decision)).rejects.toMatchObject({ code: 'access.denied' });
    expect(await decideQualityAppeal(city.as('supervisor'), decision)).toMatchObject({ status: 'decided', score: 100 });
    expect((await listTasks(city.as('supervisor'), mine)).items.map(({ kind }) => kind)).not.toContain(
      'quality-appeal',
    );
    expect((await verifyLedger({ orm: city.orm })).faults).toEqual([]);
  }, 60_000);

  it('are seen by who checks, and by each person of the center his own', async () => {
    const all = await listQualityChecks(city.as('checker'), { limit: 50 });
    expect(all.items.length).toBeGreaterThan(2);
    const own = await listQualityChecks(city.as('operator'), { limit: 50, userId: 'leader' });
    expect(new Set(own.items.map(({ userId }) => userId))).toEqual(new Set(['operator']));
    expect((await scoreQuality(city.as('leader'), ALWAYS)).items).toMatchObject([{ userId: 'leader' }]);
    for (const person of ['water-head', 'mayor', 'admin'] as const)
      await expect(listQualityChecks(city.as(person), { limit: 5 })).rejects.toMatchObject({ code: 'access.denied' });
    const pages: unknown[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: Awaited<ReturnType<typeof listQualityChecks>> = await listQualityChecks(city.as('director'), {
        limit: 1,
        ...(next ? { after: next } : {}),
      });
      pages.push(...page.items);
      next = page.next;
    }
    expect(pages).toEqual(all.items);
  }, 60_000);

  it('are not of one’s own work, nor of somebody who is not of the center, nor an operator’s to give', async () => {
    const caseNumber = await registered();
    const marks = await marksOf();
    const of = (userId: string) => ({ caseNumber, checked: 'case' as const, userId, marks });
    await expect(checkQuality(city.as('checker'), of('checker'))).rejects.toMatchObject({ code: 'quality.own-work' });
    await expect(checkQuality(city.as('checker'), of('water-head'))).rejects.toMatchObject({ code: 'user.unknown' });
    await expect(checkQuality(city.as('operator'), of('nobody'))).rejects.toMatchObject({ code: 'access.denied' });
  });
});
