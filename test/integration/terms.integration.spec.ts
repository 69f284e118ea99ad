import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  decideExtension,
  reportInterim,
  requestExtension,
  resumeAssignment,
  suspendAssignment,
} from '@hotline/application';
import { after, days, Steps } from './steps.ts';
import type { Person } from './small-city.ts';
import { WholeProcess } from './whole-process.ts';

describe('the term of an assignment', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  const ask = (caseNumber: string, workingDays: number) =>
    requestExtension(whole.city.as('water-handler'), {
      caseNumber,
      assignmentId: 'a1',
      workingDays,
      reason: '需更换主管',
    });
  const decide = (caseNumber: string, granted: boolean, by: Person = 'operator') =>
    decideExtension(whole.city.as(by), { caseNumber, assignmentId: 'a1', granted, text: '同意' });
  const dueOf = async (caseNumber: string): Promise<string> =>
    (await steps.view(caseNumber)).assignments[0]?.dueAt ?? '';

  it('extended: reminded again by the new due, under a new term', async () => {
    const caseNumber = await steps.acknowledged();
    const due = await dueOf(caseNumber);
    await ask(caseNumber, 2);
    expect(await whole.openTasks(caseNumber)).toEqual(['extension-decision:dispatch']);
    await decide(caseNumber, true);
    const later = await dueOf(caseNumber);
    expect(later > due).toBe(true);
    await whole.advanceTo(after(due, 1_000));
    expect(await steps.rungs(caseNumber)).not.toContain('a1/due:red');
    await whole.advanceTo(after(later, 1_000));
    expect(await steps.rungs(caseNumber)).toEqual(['a1/due:yellow', 'a1/due:red']);
    expect(await whole.noticeKinds(caseNumber)).toContain('extension-decided');
    await expect(ask(caseNumber, 1)).rejects.toMatchObject({ code: 'extension.after-due' });
  }, 60_000);

  it('a second time by the director alone, and together never more than the first term', async () => {
    const caseNumber = await steps.acknowledged();
    await expect(ask(caseNumber, 6)).rejects.toMatchObject({ code: 'extension.too-long' });
    await ask(caseNumber, 3);
    await decide(caseNumber, true);
    await expect(ask(caseNumber, 3)).rejects.toMatchObject({ code: 'extension.too-long' });
    await ask(caseNumber, 2);
    expect(await whole.openTasks(caseNumber)).toEqual(['extension-decision:director']);
    await expect(decide(caseNumber, true)).rejects.toMatchObject({ code: 'extension.director-only' });
    expect((await decide(caseNumber, true, 'director')).assignments[0]).toMatchObject({
      extensions: 2,
      extendedDays: 5,
      term: 3,
    });
  }, 60_000);

  it('refused: the due stays; not decided in time: the director is told', async () => {
    const caseNumber = await steps.acknowledged();
    const due = await dueOf(caseNumber);
    await ask(caseNumber, 2);
    await whole.advanceTo(after(await whole.now(), days(4)));
    expect(await whole.noticeKinds(caseNumber)).toContain('desk-overdue');
    await decide(caseNumber, false);
    expect(await dueOf(caseNumber)).toBe(due);
  }, 60_000);

  it('suspended: no reminder while it stands, a task on the review date, and it goes on where it stood', async () => {
    const caseNumber = await steps.acknowledged();
    const due = await dueOf(caseNumber);
    const reviewAt = after(await whole.now(), days(20));
    const cause = { cause: 'season', reviewAt, text: '等雨季过去' };
    await expect(
      suspendAssignment(whole.city.as('operator'), { caseNumber, assignmentId: 'a1', ...cause, cause: 'no-mood' }),
    ).rejects.toMatchObject({
      code: 'suspension.unknown-cause',
    });
    const { citizenDueAt } = await suspendAssignment(whole.city.as('operator'), {
      caseNumber,
      assignmentId: 'a1',
      ...cause,
    });
    await reportInterim(whole.city.as('water-handler'), { caseNumber, assignmentId: 'a1', text: '已备料，待雨停' });
    await whole.advanceTo(after(reviewAt, days(1)));
    expect((await steps.rungs(caseNumber)).filter((rung) => rung.startsWith('a1/due'))).toEqual([]);
    expect(await whole.openTasks(caseNumber)).toEqual(['suspension-review:dispatch']);
    const resumed = await resumeAssignment(whole.city.as('operator'), { caseNumber, assignmentId: 'a1', text: '雨停' });
    const later = resumed.assignments[0]?.dueAt ?? '';
    expect(later > due).toBe(true);
    expect(resumed.citizenDueAt).toBe(citizenDueAt);
    await whole.advanceTo(after(later, 1_000));
    expect((await steps.rungs(caseNumber)).filter((rung) => rung.startsWith('a1/due'))).toEqual([
      'a1/due:yellow',
      'a1/due:red',
    ]);
    expect(await whole.openTasks(caseNumber)).toEqual(['phone-urging:supervision']);
  }, 60_000);
});
