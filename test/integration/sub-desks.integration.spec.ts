import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  changeSubDesk,
  databaseClock,
  getCase,
  handOverWithin,
  hashPassword,
  listCases,
  listNotices,
  listSubDesks,
  noteAbsence,
  endAbsence,
  openSubDesk,
} from '@hotline/application';
import { UserEntity } from '@hotline/persistence';
import { sowSmallCity, type Person, type SmallCity } from './small-city.ts';
import { after, days, hours, Steps } from './steps.ts';

const MEDIATOR = 'water-mediator' as Person;

describe('一个办公室: the sub-desks of a unit', () => {
  let city: SmallCity;
  let steps: Steps;
  let mediation: string;
  let petitions: string;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
    steps = new Steps({ city, now: async () => new Date().toISOString() });
    const name = { username: MEDIATOR, name: MEDIATOR, passwordHash: await hashPassword('a long word 12345') };
    const of = { role: 'unit-handler' as const, unitId: 'water', shiftLeader: false, active: true };
    await city.orm.em.fork().insert(UserEntity, { id: MEDIATOR, ...name, ...of, mail: 'mediator@city.example' });
    const open = (desk: string, memberIds: string[]) =>
      openSubDesk(city.as('water-head'), { unitId: 'water', name: desk, memberIds });
    petitions = (await open('信访', ['water-handler'])).subDeskId;
    mediation = (await open('调解', [MEDIATOR])).subDeskId;
  });
  afterAll(() => city.close());

  const asMediator = () => ({
    ...city.as('water-handler'),
    actor: { userId: MEDIATOR, role: 'unit-handler' as const, unitId: 'water' },
  });
  const told = async (context: Parameters<typeof listNotices>[0], caseNumber: string): Promise<string[]> => {
    const { items } = await listNotices(context, { limit: 100 });
    return items.filter((notice) => notice.caseNumber === caseNumber).map(({ kind }) => kind);
  };

  it('are opened and changed by the head alone, with people of the unit', async () => {
    const desk = { unitId: 'water', name: '综治', memberIds: [] };
    for (const by of ['water-handler', 'housing-head', 'director'] as const)
      await expect(openSubDesk(city.as(by), desk)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(openSubDesk(city.as('water-head'), { ...desk, name: '信访' })).rejects.toMatchObject({
      code: 'sub-desk.name-taken',
    });
    const stranger = { ...desk, memberIds: ['housing-handler'] };
    await expect(openSubDesk(city.as('water-head'), stranger)).rejects.toMatchObject({ code: 'sub-desk.wrong-member' });
    const { subDeskId } = await openSubDesk(city.as('admin'), desk);
    const change = { subDeskId, name: '综治', memberIds: ['water-handler', MEDIATOR], active: true };
    await expect(changeSubDesk(city.as('housing-head'), change)).rejects.toMatchObject({ code: 'sub-desk.not-found' });
    expect((await changeSubDesk(city.as('water-head'), change)).members).toHaveLength(2);
    expect((await listSubDesks(city.as('water-handler'), {})).items.map(({ name }) => name).toSorted()).toEqual(
      ['信访', '综治', '调解'].toSorted(),
    );
    expect((await listSubDesks(city.as('housing-handler'), { unitId: 'water' })).items).toEqual([]);
    expect((await listSubDesks(city.as('deputy'), {})).items).toEqual([]);
  });

  it('hand a duty over: the people of the sub-desk are told from then on; outward nothing changes', async () => {
    const caseNumber = await steps.assigned(['water', 'housing']);
    const before = await getCase(city.as('water-handler'), { caseNumber });
    const input = { caseNumber, assignmentId: 'a1', subDeskId: mediation, text: '双方有纠纷，请先行调解' };
    const handed = await handOverWithin(city.as('water-handler'), input);
    expect(handed.assignments).toMatchObject([{ subDeskId: mediation, subDeskName: '调解' }]);
    expect(handed.assignments[0]?.dueAt).toBe(before.assignments[0]?.dueAt);
    expect(handed.timeline.at(-1)).toMatchObject({
      type: 'HandedOverWithin',
      payload: { toSubDesk: '调解' },
      texts: { text: '双方有纠纷，请先行调解' },
    });
    expect(await told(asMediator(), caseNumber)).toContain('handed-over-within');
    expect(await told(city.as('water-handler'), caseNumber)).not.toContain('handed-over-within');
    await expect(handOverWithin(city.as('water-handler'), input)).rejects.toMatchObject({ code: 'sub-desk.has-it' });
    await expect(handOverWithin(city.as('operator'), input)).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('is seen in the unit, the center and by the mayor; not by another unit, nor a deputy mayor', async () => {
    const caseNumber = await steps.assigned(['water', 'housing']);
    await handOverWithin(city.as('water-handler'), { caseNumber, assignmentId: 'a1', subDeskId: petitions });
    for (const [by, sees] of [
      ['water-head', true],
      ['operator', true],
      ['mayor', true],
      ['housing-handler', false],
      ['deputy', false],
    ] as const) {
      const { assignments, timeline } = await getCase(city.as(by), { caseNumber });
      expect([by, timeline.some(({ type }) => type === 'HandedOverWithin')]).toEqual([by, sees]);
      expect([by, assignments.some(({ subDeskId }) => subDeskId !== undefined)]).toEqual([by, sees]);
    }
  });

  it('have a ledger each: what a sub-desk has, page by page, also once it is done', async () => {
    const first = await steps.acknowledged();
    const second = await steps.assigned();
    const third = await steps.assigned();
    const desk = await openSubDesk(city.as('water-head'), { unitId: 'water', name: '社会矫正', memberIds: [] });
    for (const caseNumber of [first, second])
      await handOverWithin(city.as('water-head'), { caseNumber, assignmentId: 'a1', subDeskId: desk.subDeskId });
    await steps.feedBack(first);
    await steps.accept(first);
    const asked = { subDeskId: desk.subDeskId, sort: 'oldest' as const };
    const page = await listCases(city.as('water-handler'), { ...asked, limit: 1 });
    expect(page.items.map(({ caseNumber }) => caseNumber)).toEqual([first]);
    const rest = await listCases(city.as('water-handler'), { ...asked, limit: 5, after: page.next ?? '' });
    expect(rest.items.map(({ caseNumber }) => caseNumber)).toEqual([second]);
    const center = await listCases(city.as('director'), { ...asked, limit: 5 });
    expect(center.items.map(({ caseNumber }) => caseNumber)).toEqual([first, second]);
    for (const by of ['housing-handler', 'deputy'] as const)
      expect((await listCases(city.as(by), { ...asked, limit: 5 })).items).toEqual([]);
    expect(third).not.toBe('');
  });

  it('never let a duty wait: whose people are away is told to the others of the unit; a closed sub-desk’s to all', async () => {
    const now = new Date().toISOString();
    const from = after(now, -hours(1));
    const { absenceId } = await noteAbsence(asMediator(), { from, until: after(now, days(1)) });
    const caseNumber = await steps.assigned();
    await handOverWithin(city.as('water-head'), { caseNumber, assignmentId: 'a1', subDeskId: mediation });
    expect(await told(city.as('water-handler'), caseNumber)).toContain('handed-over-within');
    await endAbsence(asMediator(), { absenceId });
    const closing = { subDeskId: petitions, name: '信访', memberIds: ['water-handler'], active: false };
    await changeSubDesk(city.as('water-head'), closing);
    await expect(
      handOverWithin(city.as('water-head'), { caseNumber, assignmentId: 'a1', subDeskId: petitions }),
    ).rejects.toMatchObject({ code: 'sub-desk.unknown' });
  });
});
