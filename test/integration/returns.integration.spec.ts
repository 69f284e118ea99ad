import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { returnAssignment, ruleReturn } from '@hotline/application';
import { after, days, Steps } from './steps.ts';
import type { Person } from './small-city.ts';
import { WholeProcess } from './whole-process.ts';

describe('a unit returns a case as not its own', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  const giveBack = (caseNumber: string, assignmentId: string, by: 'water-head' | 'housing-head' = 'water-head') =>
    returnAssignment(whole.city.as(by), {
      caseNumber,
      assignmentId,
      basis: '城镇供水条例第六条',
      proposedUnitId: by === 'water-head' ? 'housing' : 'water',
    });
  const rule = (
    caseNumber: string,
    assignmentId: string,
    ruling: 'accepted' | 'rejected' | 'designated',
    by: Person = 'operator',
  ) => ruleReturn(whole.city.as(by), { caseNumber, assignmentId, ruling, text: '经核实' });

  it('accepted: the case goes to another unit, and the first hears no more of it', async () => {
    const caseNumber = await steps.assigned();
    await giveBack(caseNumber, 'a1');
    expect(await whole.openTasks(caseNumber)).toEqual(['ruling:dispatch']);
    const ruled = await rule(caseNumber, 'a1', 'accepted');
    expect(ruled.stage).toBe('registered');
    await steps.assign(caseNumber, ['housing']);
    await whole.advanceTo(after(await whole.now(), days(3)));
    expect((await steps.rungs(caseNumber)).every((rung) => rung.startsWith('a2/'))).toBe(true);
    await expect(steps.view(caseNumber, 'water-handler')).rejects.toMatchObject({ code: 'case.not-found' });
  }, 60_000);

  it('not ruled on in a working day: the director is told, each working day', async () => {
    const caseNumber = await steps.assigned();
    await giveBack(caseNumber, 'a1');
    expect(await whole.advanceToNext(caseNumber)).toMatch(/^a1\/ruling:/);
    await whole.advanceToNext(caseNumber);
    const told = (await whole.noticeKinds(caseNumber)).filter((kind) => kind === 'desk-overdue');
    expect(told).toHaveLength(2);
  }, 60_000);

  it('rejected: the clock goes on where it stood', async () => {
    const caseNumber = await steps.assigned();
    const before = (await steps.view(caseNumber)).assignments[0];
    await giveBack(caseNumber, 'a1');
    // Longer than any holiday.
    await whole.advanceTo(after(await whole.now(), days(10)));
    const { assignments } = await rule(caseNumber, 'a1', 'rejected');
    expect(assignments[0]?.status).toBe('waiting');
    expect(Date.parse(assignments[0]?.dueAt ?? '')).toBeGreaterThan(Date.parse(before?.dueAt ?? ''));
    expect((await steps.rungs(caseNumber)).filter((rung) => rung.startsWith('a1/due'))).toEqual([]);
    await whole.advanceTo(after(assignments[0]?.dueAt ?? '', 1_000));
    expect(await steps.rungs(caseNumber)).toContain('a1/due:red');
  }, 60_000);

  it('the third time: only a designation remains, and a designated unit cannot return', async () => {
    const caseNumber = await steps.assigned();
    await giveBack(caseNumber, 'a1');
    await rule(caseNumber, 'a1', 'accepted');
    await steps.assign(caseNumber, ['housing']);
    await giveBack(caseNumber, 'a2', 'housing-head');
    await rule(caseNumber, 'a2', 'accepted');
    await steps.assign(caseNumber, ['water']);
    await giveBack(caseNumber, 'a3');
    await expect(rule(caseNumber, 'a3', 'accepted')).rejects.toMatchObject({ code: 'return.must-designate' });
    const { assignments } = await rule(caseNumber, 'a3', 'designated', 'director');
    expect(assignments.find(({ id }) => id === 'a3')).toMatchObject({ designated: true, unitId: 'water' });
    await expect(giveBack(caseNumber, 'a3')).rejects.toMatchObject({ code: 'assignment.designated' });
  }, 60_000);

  it('too late after a working day, or with nobody’s approval: refused', async () => {
    const caseNumber = await steps.assigned();
    const unapproved = returnAssignment(whole.city.as('water-handler'), {
      caseNumber,
      assignmentId: 'a1',
      basis: '条例',
    });
    await expect(unapproved).rejects.toMatchObject({ code: 'return.head-approval-missing' });
    await whole.advanceTo(after(await whole.now(), days(5)));
    await expect(giveBack(caseNumber, 'a1')).rejects.toMatchObject({ code: 'return.too-late' });
  }, 60_000);
});
