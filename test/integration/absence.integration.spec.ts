import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  databaseClock,
  decideProposal,
  endAbsence,
  finishTask,
  listAbsences,
  listNotices,
  listTasks,
  noteAbsence,
  takeTask,
  type UseCaseContext,
} from '@hotline/application';
import { sowSmallCity, type Person, type SmallCity } from './small-city.ts';
import { after, days, hours, Steps } from './steps.ts';

describe('nothing waits on an absent person', () => {
  let city: SmallCity;
  let steps: Steps;
  let now: string;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
    steps = new Steps({ city, now: async () => new Date().toISOString() });
    now = new Date().toISOString();
  });
  afterAll(() => city.close());

  const away = (by: Person, substituteId?: string, userId?: string) =>
    noteAbsence(city.as(by), {
      from: after(now, -hours(1)),
      until: after(now, days(2)),
      ...(substituteId ? { substituteId } : {}),
      ...(userId ? { userId } : {}),
    });
  const told = async (person: Person, caseNumber: string): Promise<string[]> => {
    const { items } = await listNotices(city.as(person), { limit: 100 });
    return items.filter((notice) => notice.caseNumber === caseNumber).map(({ kind }) => kind);
  };
  const back = (by: Person, absenceId: string, more?: Partial<UseCaseContext>) =>
    endAbsence(city.as(by, more), { absenceId });

  it('a unit’s handler: the substitute is told too, and alone is not enough when he is away as well', async () => {
    const { absenceId } = await away('water-head', 'water-head', 'water-handler');
    const first = await steps.assigned();
    expect(await told('water-handler', first)).toEqual(['assignment']);
    expect(await told('water-head', first)).toEqual(['assignment']);
    await back('water-handler', absenceId);
    const second = await steps.assigned();
    expect(await told('water-head', second)).toEqual([]);
    const alone = await away('water-handler');
    const third = await steps.assigned();
    expect(await told('water-head', third)).toEqual(['assignment']);
    await back('water-handler', alone.absenceId);
  });

  it('the director: his substitute sees and takes his tasks, until he is there again', async () => {
    const asked = { queue: 'director', limit: 50 } as const;
    expect((await listTasks(city.as('supervisor'), asked)).items).toEqual([]);
    const em = city.orm.em.fork();
    const caseNumber = await steps.registered();
    await em.execute(
      `insert into task (id, key, kind, queue, stream, subject, status, created_at)
       values (gen_random_uuid(), 'a-test', 'proposal', 'director', ?, 'proposal/p1', 'open', now())`,
      [caseNumber],
    );
    const { absenceId } = await away('director', 'supervisor');
    const { items } = await listTasks(city.as('supervisor'), asked);
    expect(items).toMatchObject([{ kind: 'proposal', status: 'open' }]);
    const taskId = items[0]?.taskId ?? '';
    expect(await takeTask(city.as('supervisor'), { taskId })).toMatchObject({ assigneeId: 'supervisor' });
    await back('director', absenceId);
    await expect(finishTask(city.as('supervisor'), { taskId, outcome: '已办' })).rejects.toMatchObject({
      code: 'task.not-found',
    });
    // What he may decide is his role's, and no substitute's.
    const decision = { caseNumber, proposalId: 'p1', decision: 'do-it', text: '同意' } as const;
    await expect(decideProposal(city.as('supervisor'), decision)).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('who has taken a task: it goes to his substitute, and where there is none anybody of the queue may take it', async () => {
    const caseNumber = await steps.completed();
    const asked = { caseNumber, limit: 10 };
    const [task] = (await listTasks(city.as('operator'), asked)).items;
    const taskId = task?.taskId ?? '';
    await takeTask(city.as('operator'), { taskId });
    await expect(takeTask(city.as('leader'), { taskId })).rejects.toMatchObject({ code: 'task.taken-by-another' });
    const { absenceId } = await away('operator', 'leader');
    expect((await listTasks(city.as('leader'), { ...asked, mine: true })).items).toMatchObject([
      { taskId, status: 'taken', assigneeId: 'leader' },
    ]);
    await back('operator', absenceId);
    const gone = await away('supervisor', undefined, 'leader');
    expect((await listTasks(city.as('operator'), asked)).items).toMatchObject([{ taskId, status: 'open' }]);
    expect(await takeTask(city.as('operator'), { taskId })).toMatchObject({ assigneeId: 'operator' });
    await back('leader', gone.absenceId);
  });

  it('is noted by himself, by a supervisor for the center, by a head for his unit, and by nobody else', async () => {
    await expect(away('operator', undefined, 'leader')).rejects.toMatchObject({ code: 'access.denied' });
    await expect(away('supervisor', undefined, 'water-head')).rejects.toMatchObject({ code: 'access.denied' });
    await expect(away('housing-head', undefined, 'water-handler')).rejects.toMatchObject({ code: 'access.denied' });
    await expect(away('operator', 'water-head')).rejects.toMatchObject({ code: 'absence.wrong-substitute' });
    await expect(away('operator', 'operator')).rejects.toMatchObject({ code: 'absence.wrong-substitute' });
    await expect(
      noteAbsence(city.as('operator'), { from: after(now, days(2)), until: after(now, days(1)) }),
    ).rejects.toMatchObject({ code: 'absence.ends-before-start' });
    const { absenceId } = await away('operator', 'leader');
    await expect(back('water-head', absenceId)).rejects.toMatchObject({ code: 'absence.not-found' });
    expect((await listAbsences(city.as('director'))).items).toMatchObject([{ absenceId, substituteName: 'leader' }]);
    expect((await listAbsences(city.as('water-head'))).items).toEqual([]);
    await back('supervisor', absenceId);
    await expect(back('operator', absenceId)).rejects.toMatchObject({ code: 'absence.over' });
  });
});
