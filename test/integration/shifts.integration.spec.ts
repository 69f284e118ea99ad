import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  confirmHandOver,
  confirmStayHandOver,
  delegate,
  listAbsences,
  listDelegations,
  listNotices,
  listRooms,
  listShifts,
  listStays,
  listTasks,
  logIn,
  nameRoomHead,
  noteAbsence,
  planShift,
  planStay,
  putIntoRoom,
  registerCase,
  takeTask,
  writeHandOver,
  writeStayHandOver,
} from '@hotline/application';
import { STAYS_WORKFLOW, TASK_QUEUE } from '@hotline/contracts-process';
import { TaskEntity } from '@hotline/persistence';
import { PASSWORD, REQUEST, type Person } from './small-city.ts';
import { after, hours, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

describe('班次, 交接班: shifts and what one leaves to the next', () => {
  let whole: WholeProcess;
  let steps: Steps;
  let start: string;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
    start = await whole.now();
  }, 60_000);
  afterAll(() => whole.stop());

  const plan = (
    leaderId: string,
    from: number,
    until: number,
    kind: 'day' | 'evening' = 'day',
    by: Person = 'supervisor',
  ) =>
    planShift(whole.city.as(by), {
      kind,
      leaderId,
      memberIds: ['operator', 'dispatcher'],
      from: after(start, hours(from)),
      until: after(start, hours(until)),
    });
  const told = async (person: Person): Promise<string[]> =>
    (await listNotices(whole.city.as(person), { limit: 100 })).items.map(({ kind }) => kind);

  it('are planned by a supervisor, each led by one who may, one of a kind at a time', async () => {
    await expect(plan('leader', 1, 8, 'day', 'operator')).rejects.toMatchObject({ code: 'access.denied' });
    await expect(plan('operator', 1, 8)).rejects.toMatchObject({ code: 'shift.wrong-leader' });
    await expect(plan('leader', 8, 1)).rejects.toMatchObject({ code: 'shift.ends-before-start' });
    await expect(plan('leader', 1, 90)).rejects.toMatchObject({ code: 'shift.too-long' });
    const people = { kind: 'day' as const, leaderId: 'leader', memberIds: ['water-head'] };
    const span = { from: start, until: after(start, hours(1)) };
    await expect(planShift(whole.city.as('director'), { ...people, ...span })).rejects.toMatchObject({
      code: 'shift.wrong-member',
    });
    await expect(listShifts(whole.city.as('water-head'))).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('hand over: open matters are gathered, the leader remarks, the next leader confirms', async () => {
    const { shiftId } = await plan('leader', -1, 8);
    await plan('supervisor', 8, 16, 'evening');
    await expect(plan('director', 2, 4)).rejects.toMatchObject({ code: 'shift.taken' });
    const { items } = await listShifts(whole.city.as('operator'));
    expect(items.map(({ leader, onDuty }) => [leader.userId, onDuty])).toEqual([
      ['leader', true],
      ['supervisor', false],
    ]);
    const waiting = await steps.registered();
    const handing = { shiftId, remarks: '城南停水，抢修到凌晨两点' };
    await expect(confirmHandOver(whole.city.as('director'), handing)).rejects.toMatchObject({
      code: 'shift.not-written',
    });
    await expect(writeHandOver(whole.city.as('operator'), handing)).rejects.toMatchObject({ code: 'access.denied' });
    const written = await writeHandOver(whole.city.as('leader'), handing);
    expect(written.log).toMatchObject({ remarks: handing.remarks, matters: { unassigned: [waiting] } });
    for (const by of ['leader', 'operator'] as const)
      await expect(confirmHandOver(whole.city.as(by), handing)).rejects.toMatchObject({ code: 'access.denied' });
    const confirmed = await confirmHandOver(whole.city.as('supervisor'), handing);
    expect(confirmed.log).toMatchObject({ confirmedByName: 'supervisor' });
    await expect(writeHandOver(whole.city.as('leader'), handing)).rejects.toMatchObject({
      code: 'shift.confirmed-before',
    });
    await steps.assign(waiting, ['water']);
  });

  it('of the rooms each has a head of its own, named by the director or an administrator', async () => {
    const room = 'supervision' as const;
    const put = (userId: string, by: Person = 'director') => putIntoRoom(whole.city.as(by), { userId, room });
    await expect(put('checker', 'supervisor')).rejects.toMatchObject({ code: 'access.denied' });
    await expect(put('water-head')).rejects.toMatchObject({ code: 'room.wrong-person' });
    await expect(put('director')).rejects.toMatchObject({ code: 'room.wrong-person' });
    await expect(put('nobody')).rejects.toMatchObject({ code: 'user.unknown' });
    const named = { room, userId: 'checker' };
    await expect(nameRoomHead(whole.city.as('director'), named)).rejects.toMatchObject({ code: 'room.wrong-head' });
    await put('supervisor', 'admin');
    expect(await put('checker')).toMatchObject({ room, members: [{ userId: 'checker' }, { userId: 'supervisor' }] });
    await expect(nameRoomHead(whole.city.as('checker'), named)).rejects.toMatchObject({ code: 'access.denied' });
    expect(await nameRoomHead(whole.city.as('director'), named)).toMatchObject({ head: { userId: 'checker' } });

    // A head sees the work of his room; whoever leaves the room heads it no more.
    const queues = async () => (await listTasks(whole.city.as('checker'), { queue: 'supervision', limit: 1 })).items;
    const task = `insert into task (id, key, kind, queue, stream, subject, status, created_at) values (gen_random_uuid(), 'room', 'talk', 'supervision', '1', '1', 'open', now())`;
    await whole.city.orm.em.fork().execute(task);
    expect(await queues()).toHaveLength(1);
    await putIntoRoom(whole.city.as('director'), { userId: 'checker', room: 'general' });
    expect(await queues()).toHaveLength(0);
    await expect(listRooms(whole.city.as('water-head'))).rejects.toMatchObject({ code: 'access.denied' });
    const { items } = await listRooms(whole.city.as('operator'));
    expect(items.map(({ room: of, head }) => [of, head])).toEqual([
      ['intake', undefined],
      ['supervision', undefined],
      ['general', undefined],
    ]);
    await put('checker');
    await nameRoomHead(whole.city.as('admin'), named);
    await whole.city.orm.em.fork().execute(`delete from task where key = 'room'`);
  });

  it('what waits at the desk too long is told to who leads the shift on duty', async () => {
    const caseNumber = await steps.acknowledged();
    await steps.feedBack(caseNumber);
    await whole.drain();
    expect(await told('supervisor')).not.toContain('desk-overdue');
    // Whatever the weekday: a shift is planned over the hour at which the review is late.
    const due = (await steps.view(caseNumber)).next?.at ?? '';
    await planShift(whole.city.as('director'), {
      kind: 'night',
      leaderId: 'supervisor',
      memberIds: [],
      from: after(due, -hours(1)),
      until: after(due, hours(4)),
    });
    expect(await whole.advanceToNext(caseNumber)).toBe('a1/review:overdue');
    expect(await told('supervisor')).toContain('desk-overdue');
  }, 90_000);

  it('and where nobody is on duty, to the head of the room whose work it is', async () => {
    for (const userId of ['operator', 'dispatcher'])
      await putIntoRoom(whole.city.as('admin'), { userId, room: 'intake' });
    await nameRoomHead(whole.city.as('admin'), { room: 'intake', userId: 'dispatcher' });
    // Far from every shift: what is registered is neither answered nor assigned, and one review is late.
    await whole.advanceTo(after(await whole.now(), 5 * hours(24)));
    const toldOf = async (person: Person, caseNumber: string) =>
      (await listNotices(whole.city.as(person), { limit: 100 })).items.flatMap((notice) =>
        notice.caseNumber === caseNumber ? [notice.kind] : [],
      );
    const unanswered = await steps.registered();
    expect(await whole.advanceToNext(unanswered)).toBe('intake:unanswered');
    expect(await whole.openTasks(unanswered)).toEqual(['assign-or-answer:shift-leader']);
    expect(await toldOf('dispatcher', unanswered)).toEqual(['desk-overdue']);
    const reviewed = await steps.acknowledged();
    await steps.feedBack(reviewed);
    expect(await whole.advanceToNext(reviewed)).toBe('a1/review:overdue');
    expect(await toldOf('checker', reviewed)).toEqual(['desk-overdue']);
    for (const nobody of ['leader', 'supervisor'] as const)
      expect([...(await toldOf(nobody, unanswered)), ...(await toldOf(nobody, reviewed))]).toEqual([]);
  }, 90_000);

  describe('轮岗: a stay at the center', () => {
    const DAY = hours(24);
    const inDays = async (count: number) => after(await whole.now(), count * DAY);
    const stay = async (userId: string, until: number, by: Person = 'director') =>
      planStay(whole.city.as(by), { userId, from: await inDays(-300), until: await inDays(until) });
    const stayOf = async (userId: string) =>
      (await listStays(whole.city.as('mayor'))).items.find(({ person }) => person.userId === userId);
    const handOversOf = async (person: Person, mine: boolean) =>
      (await listTasks(whole.city.as(person), { mine, limit: 100 })).items.filter(
        ({ kind }) => kind === 'stay-hand-over',
      );
    const logsIn = (username: string) =>
      logIn(whole.city.as('admin'), { username, password: PASSWORD, address: 'here' }).then(
        () => true,
        ({ code }: { code: string }) => code,
      );
    /** A callback's task, taken by somebody. */
    async function taskOf(person: Person): Promise<string> {
      const caseNumber = await steps.completed();
      await whole.drain();
      const [task] = (await listTasks(whole.city.as(person), { caseNumber, limit: 10 })).items;
      await takeTask(whole.city.as(person), { taskId: task?.taskId ?? '' });
      return task?.taskId ?? '';
    }
    const assigneeOf = async (taskId: string) =>
      (await whole.city.orm.em.fork().findOneOrFail(TaskEntity, { id: taskId })).assigneeId;

    beforeAll(async () => {
      await putIntoRoom(whole.city.as('director'), { userId: 'leader', room: 'intake' });
      const { type, id: workflowId } = STAYS_WORKFLOW;
      await whole.client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args: [] });
    });

    it('is planned by the director, of the people of the rooms', async () => {
      await expect(stay('leader', 40, 'supervisor')).rejects.toMatchObject({ code: 'access.denied' });
      await expect(stay('director', 40)).rejects.toMatchObject({ code: 'stay.wrong-person' });
      await expect(stay('nobody', 40)).rejects.toMatchObject({ code: 'user.unknown' });
      await expect(stay('leader', -310)).rejects.toMatchObject({ code: 'stay.ends-before-start' });
      await expect(stay('leader', 0.5)).rejects.toMatchObject({ code: 'stay.ends-too-soon' });
      await expect(listStays(whole.city.as('water-head'))).rejects.toMatchObject({ code: 'access.denied' });
    });

    it('that ends is handed over before: seen to in time, gathered, confirmed one by one', async () => {
      await stay('leader', 60);
      await whole.advanceTo(await inDays(2));
      expect(await handOversOf('director', false)).toEqual([]);
      // Its end comes nearer: it is planned anew.
      const { stayId } = await stay('leader', 4, 'admin');
      await whole.advanceTo(await inDays(2));
      expect(await told('leader')).toContain('stay-ending');
      expect(whole.mail.mails.filter(({ subject }) => subject?.includes('轮岗即将到期'))).toHaveLength(1);
      expect(await handOversOf('director', false)).toHaveLength(2);
      expect(await handOversOf('dispatcher', true)).toMatchObject([{ status: 'taken', queue: 'shift-leader' }]);
      // Planned anew with the end that it had, it is seen to anew, and so is everybody else's.
      await stay('leader', 2, 'admin');
      await whole.advanceTo(await inDays(1));
      expect(await handOversOf('director', false)).toHaveLength(2);

      const open = (await registerCase(whole.city.as('leader'), REQUEST)).caseNumber;
      const taskId = await taskOf('leader');
      const span = { from: await whole.now(), until: await inDays(30) };
      const { absenceId } = await noteAbsence(whole.city.as('checker'), { substituteId: 'leader', ...span });
      const powers = ['set-terms'] as const;
      await delegate(whole.city.as('director'), { toUserId: 'leader', powers, reason: '出差', ...span });

      const list = { stayId, successorId: 'operator', remarks: '城南的事周五答复' };
      const write = (by: Person, more: object = {}) => writeStayHandOver(whole.city.as(by), { ...list, ...more });
      const confirm = (by: Person, ...matters: string[]) =>
        confirmStayHandOver(whole.city.as(by), { stayId, ...(matters.length > 0 ? { matters } : {}) });
      await expect(confirm('operator')).rejects.toMatchObject({ code: 'stay.not-written' });
      await expect(write('operator')).rejects.toMatchObject({ code: 'access.denied' });
      await expect(write('leader', { successorId: 'leader' })).rejects.toMatchObject({ code: 'stay.wrong-successor' });
      await expect(write('leader', { successorId: 'water-head' })).rejects.toMatchObject({
        code: 'stay.wrong-successor',
      });
      const written = await write('leader');
      expect(written.list?.matters).toEqual([
        { kind: 'case', id: open, caseNumber: open },
        { kind: 'delegation', id: expect.any(String) },
        { kind: 'substitute', id: absenceId, personName: 'checker' },
        { kind: 'task', id: taskId, caseNumber: expect.any(String), taskKind: 'callback' },
      ]);

      await expect(confirm('dispatcher')).rejects.toMatchObject({ code: 'access.denied' });
      await expect(confirm('operator', taskId, 'nothing')).rejects.toMatchObject({ code: 'stay.no-such-matter' });
      expect((await confirm('operator', taskId)).list).not.toHaveProperty('handedOverAt');
      expect(await assigneeOf(taskId)).toBe('operator');
      // Written anew by the room's head, what was taken over stays so.
      expect((await write('dispatcher')).list?.matters.filter(({ confirmedAt }) => confirmedAt)).toHaveLength(1);
      expect((await confirm('operator')).list).toHaveProperty('handedOverAt');
      await expect(confirm('operator')).rejects.toMatchObject({ code: 'stay.handed-over-before' });
      expect(await handOversOf('director', false)).toEqual([]);
      expect((await listAbsences(whole.city.as('operator'))).items).toMatchObject([
        { absenceId, substituteId: 'operator' },
      ]);

      expect(await logsIn('leader')).toBe(true);
      await whole.advanceTo(await inDays(3));
      expect(await logsIn('leader')).toBe('login.wrong');
      expect(await stayOf('leader')).toMatchObject({ closedAt: expect.any(String) });
      expect(await told('director')).not.toContain('stay-ended');
      expect((await listDelegations(whole.city.as('director'))).items).toMatchObject([{ holds: false }]);
    }, 90_000);

    it('that ends without a hand-over leaves nothing waiting: tasks are anybody’s, the director is told', async () => {
      const { stayId, until } = await stay('dispatcher', 1.5);
      const taskId = randomUUID();
      await whole.city.orm.em.fork().execute(
        `insert into task (id, key, kind, queue, stream, subject, status, created_at, assignee_id, taken_at)
         values (?, 'left', 'suspension-review', 'dispatch', '1', '1', 'taken', now(), 'dispatcher', now())`,
        [taskId],
      );
      await whole.advanceTo(after(until, -hours(1)));
      expect([await assigneeOf(taskId), await logsIn('dispatcher')]).toEqual(['dispatcher', true]);
      await whole.advanceTo(after(until, hours(1)));
      expect([await assigneeOf(taskId), await logsIn('dispatcher')]).toEqual([null, 'login.wrong']);
      expect((await listRooms(whole.city.as('director'))).items[0]).not.toHaveProperty('head');
      await whole.advanceTo(after(until, 2 * DAY));
      expect((await told('director')).filter((kind) => kind === 'stay-ended')).toHaveLength(1);
      const mails = whole.mail.mails.filter(({ subject }) => subject?.includes('轮岗到期未交接'));
      expect(mails.map(({ text }) => text)).toEqual([expect.stringContaining('没有写交接清单')]);

      // What he had in hand can still be handed over.
      const list = { stayId, successorId: 'operator', remarks: '主任代写' };
      await writeStayHandOver(whole.city.as('director'), list);
      expect((await confirmStayHandOver(whole.city.as('operator'), { stayId })).list).toHaveProperty('handedOverAt');
      await expect(writeStayHandOver(whole.city.as('director'), list)).rejects.toMatchObject({
        code: 'stay.handed-over-before',
      });
    }, 90_000);
  });
});
