import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  changeBoardEntry,
  listBoard,
  postBoardEntry,
  removeBoardEntry,
  type BoardEntryWords,
  type Clock,
} from '@hotline/application';
import { instantOf } from '@hotline/domain';
import { sowSmallCity, type Person, type SmallCity } from './small-city.ts';

const MINUTE = 60_000;

describe('the board of today', () => {
  let city: SmallCity;
  let now = Date.parse('2026-11-24T02:00:00.000Z');
  const clock: Clock = { now: async () => instantOf(now) };
  beforeAll(async () => {
    city = await sowSmallCity(clock);
  }, 60_000);
  afterAll(() => city.close());

  const as = (person: Person, expectedRevision?: number) =>
    city.as(person, expectedRevision === undefined ? {} : { expectedRevision });
  const entry = (title: string, from: number, until: number, more: Partial<BoardEntryWords> = {}): BoardEntryWords => ({
    kind: 'water-off',
    title,
    wording: '主管道检修，请提前储水。',
    area: '城南新村',
    startsAt: instantOf(now + from * MINUTE),
    endsAt: instantOf(now + until * MINUTE),
    pinned: false,
    ...more,
  });
  const titles = async (past = false) => (await listBoard(as('operator'), { past })).items.map(({ title }) => title);

  it('shows what is on now and to come, the pinned first, and lets go of it by itself', async () => {
    await postBoardEntry(as('leader'), entry('甲地停水', -10, 60, { unitId: 'water' }));
    await postBoardEntry(as('supervisor'), entry('乙地停电', 30, 600, { kind: 'power-off' }));
    await postBoardEntry(as('director'), entry('统一口径', 0, 900, { kind: 'wording', pinned: true }));
    await postBoardEntry(as('director'), entry('后天的事', 2 * 24 * 60, 3 * 24 * 60));
    expect(await titles()).toEqual(['统一口径', '甲地停水', '乙地停电']);
    expect((await listBoard(as('operator'))).items.map(({ state }) => state)).toEqual([
      'showing',
      'showing',
      'to-come',
    ]);
    now += 60 * MINUTE;
    expect(await titles()).toEqual(['统一口径', '乙地停电']);
    expect(await titles(true)).toEqual(['甲地停水']);
  });

  it('is kept by shift leaders, supervisors and the director, and read by the center', async () => {
    const written = entry('丙地封路', 0, 60, { kind: 'road' });
    for (const person of ['operator', 'water-head', 'admin', 'mayor'] as const)
      await expect(postBoardEntry(as(person), written)).rejects.toMatchObject({ code: 'access.denied' });
    expect((await listBoard(as('leader'))).mayKeep).toBe(true);
    expect((await listBoard(as('operator'))).mayKeep).toBe(false);
    await expect(listBoard(as('water-handler'))).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('refuses what is over, what ends before it begins, and a change of what was changed meanwhile', async () => {
    await expect(postBoardEntry(as('leader'), entry('x', 60, 30))).rejects.toMatchObject({
      code: 'board.ends-before-start',
    });
    await expect(postBoardEntry(as('leader'), entry('x', -60, -30))).rejects.toMatchObject({ code: 'board.over' });
    const { entryId, revision } = await postBoardEntry(as('leader'), entry('丁地停水', 0, 60));
    const longer = await changeBoardEntry(as('supervisor', revision), { entryId, ...entry('丁地停水延长', 0, 120) });
    expect(longer).toMatchObject({ revision: 2, writtenByName: 'leader', changedByName: 'supervisor' });
    await expect(removeBoardEntry(as('leader', revision), { entryId })).rejects.toMatchObject({
      code: 'board.stale',
      details: { present: { title: '丁地停水延长' } },
    });
    await removeBoardEntry(as('leader', 2), { entryId });
    expect(await titles()).not.toContain('丁地停水延长');
    expect(await titles(true)).toContain('丁地停水延长');
  });
});
