import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeCase, countRates, listDueDuties, recordSecondLook, reopenCase } from '@hotline/application';
import { after, days, hours, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

describe('the end of a case', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  it('satisfied: closed, its workflow completed, and a reopening starts a new run of the same id', async () => {
    const caseNumber = await steps.completed();
    expect(await whole.openTasks(caseNumber)).toEqual(['callback:callback']);
    expect((await steps.satisfied(caseNumber)).stage).toBe('closed');
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('COMPLETED');
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    const reopened = await reopenCase(whole.city.as('operator'), { caseNumber, text: '又停水了' });
    expect(reopened).toMatchObject({ stage: 'assigned', assignments: [{ status: 'working', term: 2 }] });
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('RUNNING');
    await whole.advanceTo(after(reopened.assignments[0]?.dueAt ?? '', 1_000));
    expect(await steps.rungs(caseNumber)).toEqual(['a1/due:yellow', 'a1/due:red']);
  }, 60_000);

  it('feedback sent back: the unit is told why, and its due stays', async () => {
    const caseNumber = await steps.acknowledged();
    const { assignments } = await steps.feedBack(caseNumber);
    await steps.reject(caseNumber);
    expect(await whole.noticeKinds(caseNumber)).toContain('feedback-rejected');
    await whole.advanceTo(after(assignments[0]?.dueAt ?? '', 1_000));
    expect(await steps.rungs(caseNumber)).toEqual(['a1/due:yellow', 'a1/due:red']);
    await steps.feedBack(caseNumber);
    await whole.advanceTo(after(await whole.now(), days(4)));
    expect((await steps.rungs(caseNumber)).filter((rung) => rung.startsWith('a1/due'))).toHaveLength(2);
    expect(await whole.noticeKinds(caseNumber)).toContain('desk-overdue');
  }, 60_000);

  it('dissatisfied twice: redone twice; a third time the center looks itself and a special report is proposed', async () => {
    const caseNumber = await steps.completed();
    for (const redo of [1, 2]) {
      const redone = await steps.dissatisfied(caseNumber);
      expect(redone).toMatchObject({ stage: 'assigned', assignments: [{ status: 'working', term: redo + 1 }] });
      await whole.advanceTo(after(redone.assignments[0]?.dueAt ?? '', -hours(1)));
      expect((await steps.rungs(caseNumber)).filter((rung) => rung === 'a1/due:yellow')).toHaveLength(redo);
      await steps.feedBack(caseNumber);
      await steps.accept(caseNumber);
    }
    const third = await steps.dissatisfied(caseNumber);
    expect(third).toMatchObject({
      stage: 'second-look',
      proposals: [{ kind: 'special-report', status: 'open' }],
      reports: [{ status: 'draft' }],
    });
    expect(await whole.openTasks(caseNumber)).toEqual(
      expect.arrayContaining(['second-look:supervision', 'proposal:director']),
    );
    await whole.advanceTo(after(await whole.now(), days(9)));
    expect((await steps.view(caseNumber)).reports).toMatchObject([{ status: 'submitted', automatic: true }]);
    expect((await steps.rungs(caseNumber)).filter((rung) => rung === 'second-look:overdue').length).toBeGreaterThan(0);
    await recordSecondLook(whole.city.as('supervisor'), { caseNumber, stands: false, text: '确实没有解决' });
    const stands = await recordSecondLook(whole.city.as('supervisor'), {
      caseNumber,
      stands: true,
      text: '再次核实，已解决',
    });
    expect(stands.stage).toBe('closed');
  }, 120_000);

  it('nobody answers the phone: tried three times at different hours, then closed', async () => {
    const caseNumber = await steps.completed();
    for (const attempt of [1, 2]) {
      await steps.callBack(caseNumber, { result: 'not-reached' });
      expect(await whole.openTasks(caseNumber)).toEqual([]);
      expect(await whole.advanceToNext(caseNumber)).toBe('callback:try');
      expect(await whole.openTasks(caseNumber)).toEqual(['callback:callback']);
      expect((await steps.view(caseNumber)).timeline.filter(({ type }) => type === 'CallbackRecorded')).toHaveLength(
        attempt,
      );
    }
    expect((await steps.callBack(caseNumber, { result: 'not-reached' })).stage).toBe('closed');
  }, 60_000);

  it('nobody phones: the shift leader is told each working day', async () => {
    const caseNumber = await steps.completed();
    await whole.advanceToNext(caseNumber);
    await whole.advanceToNext(caseNumber);
    expect((await whole.noticeKinds(caseNumber)).filter((kind) => kind === 'desk-overdue')).toHaveLength(2);
    expect((await steps.callBack(caseNumber, { result: 'refused' })).stage).toBe('closed');
  }, 60_000);

  it('pending on the books: a task on the review date, and the director decides', async () => {
    const caseNumber = await steps.acknowledged();
    const booksReviewAt = after(await whole.now(), days(90));
    await steps.feedBack(caseNumber, { outcome: 'on-books', booksReviewAt });
    await steps.accept(caseNumber);
    expect(await steps.satisfied(caseNumber)).toMatchObject({ stage: 'closed', outcome: 'on-books' });
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('RUNNING');
    await whole.advanceTo(after(booksReviewAt, days(30)));
    expect(await whole.openTasks(caseNumber)).toEqual(['books-review:supervision']);
    expect(await whole.noticeKinds(caseNumber)).toContain('desk-overdue');
    const ended = await closeCase(whole.city.as('director'), { caseNumber, outcome: 'solved', text: '管网已改造' });
    expect(ended.outcome).toBe('solved');
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('COMPLETED');
  }, 120_000);

  it('counts in the rates of its period: the city’s, and its unit’s, with the duties they are counted from', async () => {
    const from = await whole.now();
    const kept = await steps.completed();
    await steps.satisfied(kept);
    const late = await steps.acknowledged();
    await whole.advanceTo(after(from, days(20)));
    const period = { from, to: await whole.now() };
    const { city, units } = await countRates(whole.city.as('mayor'), period);
    const half = { count: 1, of: 2, rate: 0.5, fewCounts: true };
    const all = { count: 1, of: 1, rate: 1, fewCounts: true };
    expect(city).toMatchObject({ requests: 2, valid: 2, overallCompletion: half, onTimeCompletion: half });
    expect(units).toMatchObject([{ unitId: 'water', onTimeCompletion: half, onTimeFeedback: half, satisfaction: all }]);
    const { items } = await listDueDuties(whole.city.as('water-head'), { unitId: 'water', ...period });
    expect(items.map(({ caseNumber, completedInTime }) => [caseNumber, completedInTime])).toEqual([
      [kept, true],
      [late, false],
    ]);
    const elsewhere = await countRates(whole.city.as('housing-head'), period);
    expect([elsewhere.city.requests, elsewhere.units]).toEqual([2, []]);
    const another = listDueDuties(whole.city.as('housing-head'), { unitId: 'water', ...period });
    await expect(another).rejects.toMatchObject({ code: 'unit.unknown' });
  }, 60_000);
});
