import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmHandOver, listNotices, listShifts, planShift, writeHandOver } from '@hotline/application';
import type { Person } from './small-city.ts';
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
});
