import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acknowledgeAssignment, recordSampleLook, reopenCase, reviewBooks, reviewFeedback } from '@hotline/application';
import { after, days, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

describe('the looks at an end', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  const review = (caseNumber: string, accepted: boolean, checks: { item: string; passed: boolean }[]) =>
    reviewFeedback(whole.city.as('operator'), { caseNumber, assignmentId: 'a1', accepted, checks, text: '见清单' });

  it('a unit that does not speak with the citizen is reminded, and the review knows it', async () => {
    const caseNumber = await steps.assigned();
    await acknowledgeAssignment(whole.city.as('water-handler'), { caseNumber, assignmentId: 'a1' });
    await whole.drain();
    expect(await whole.advanceToNext(caseNumber)).toBe('a1/contact:reminder');
    expect(await whole.advanceToNext(caseNumber)).toBe('a1/contact:missing');
    expect((await whole.noticeKinds(caseNumber)).filter((kind) => kind === 'contact-reminder')).toHaveLength(2);
    await steps.contact(caseNumber);
    await steps.feedBack(caseNumber);
    await expect(review(caseNumber, true, [{ item: 'basis-given', passed: false }])).rejects.toMatchObject({
      code: 'review.check-failed',
    });
    const { timeline } = await review(caseNumber, true, [{ item: 'basis-given', passed: true }]);
    expect(timeline.findLast(({ type }) => type === 'FeedbackReviewed')?.payload['checks']).toEqual([
      { item: 'contacted-in-time', passed: false, byLedger: true },
      { item: 'answered-in-person', passed: true, byLedger: true },
      { item: 'basis-given', passed: true },
    ]);
    const own = await steps.view(caseNumber, 'water-handler');
    expect(own.timeline.map(({ type }) => type)).toContain('CitizenContacted');
    await steps.satisfied(caseNumber);
  }, 60_000);

  it('on the books: kept there on its date until another, and a task stands on that too', async () => {
    const caseNumber = await steps.acknowledged();
    await steps.feedBack(caseNumber, { outcome: 'on-books', booksReviewAt: after(await whole.now(), days(30)) });
    await steps.accept(caseNumber);
    await steps.satisfied(caseNumber);
    await whole.drain();
    expect(await whole.advanceToNext(caseNumber)).toBe('books:review');
    expect(await whole.openTasks(caseNumber)).toEqual(['books-review:supervision']);
    const reviewAt = after(await whole.now(), days(60));
    const kept = await reviewBooks(whole.city.as('supervisor'), { caseNumber, reviewAt, text: '管网改造列入明年计划' });
    expect(kept).toMatchObject({ stage: 'closed', outcome: 'on-books', next: { at: reviewAt, subject: 'books' } });
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    await whole.advanceTo(after(reviewAt, 1_000));
    expect(await whole.openTasks(caseNumber)).toEqual(['books-review:supervision']);
    expect((await reopenCase(whole.city.as('operator'), { caseNumber, text: '可以办了' })).stage).toBe('assigned');
  }, 60_000);

  it('closed for long: not reopened, but registered anew', async () => {
    const caseNumber = await steps.completed();
    await steps.satisfied(caseNumber);
    await whole.advanceTo(after(await whole.now(), days(70)));
    const reopening = reopenCase(whole.city.as('operator'), { caseNumber, text: '又堵了' });
    await expect(reopening).rejects.toMatchObject({ code: 'reopen.too-late', details: { until: expect.any(String) } });
  }, 60_000);

  it('closed against the citizen’s word: the sample is looked at once more, and comes back where that fails', async () => {
    const against = { result: 'reached', contactedByUnit: true, solved: false, satisfaction: 'basically' } as const;
    const closed = async (sampled: boolean) => {
      const caseNumber = await steps.registeredInSample(sampled);
      await steps.assign(caseNumber, ['water']);
      await steps.acknowledge(caseNumber);
      await steps.feedBack(caseNumber);
      await steps.accept(caseNumber);
      expect((await steps.callBack(caseNumber, against)).stage).toBe('closed');
      await whole.drain();
      return caseNumber;
    };
    const outside = await closed(false);
    expect(await whole.openTasks(outside)).toEqual([]);
    expect(await whole.workflowStatus(outside)).toBe('COMPLETED');
    const sampled = await closed(true);
    expect(await whole.openTasks(sampled)).toEqual(['sample-look:quality']);
    expect(await whole.workflowStatus(sampled)).toBe('RUNNING');
    expect(await whole.advanceToNext(sampled)).toBe('sample:overdue');
    expect(await whole.noticeKinds(sampled)).toContain('desk-overdue');
    const input = { caseNumber: sampled, stands: false, text: '确实没有解决' };
    await expect(recordSampleLook(whole.city.as('operator'), input)).rejects.toMatchObject({ code: 'access.denied' });
    const back = await recordSampleLook(whole.city.as('checker'), input);
    expect(back).toMatchObject({ stage: 'assigned', assignments: [{ status: 'working', term: 2 }] });
    expect(await whole.openTasks(sampled)).toEqual([]);
    await whole.drain();
    expect(await whole.workflowStatus(sampled)).toBe('RUNNING');
  }, 90_000);
});
