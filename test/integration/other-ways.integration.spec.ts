import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueNotice, recordOnSiteSession, recordUrgingCall, reportInterim } from '@hotline/application';
import { millisecondsOf } from '@hotline/domain';
import { Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

describe('other ways a case can go', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  it('an emergency runs in minutes, day and night: phoned at once, acknowledged in 10, reported in 30', async () => {
    const caseNumber = await steps.assigned(['water'], { urgency: 'emergency' });
    expect(await whole.openTasks(caseNumber)).toEqual(['emergency-call:dispatch']);
    const { assignments } = await steps.view(caseNumber);
    const [assignment] = assignments;
    const minutes = (instant: string | undefined) =>
      (millisecondsOf(instant ?? '') - millisecondsOf(assignment?.startedAt ?? '')) / 60_000;
    expect(minutes(assignment?.acknowledgeBy)).toBe(10);
    expect(await whole.advanceToNext(caseNumber)).toBe('a1/acknowledge:reminder');
    await steps.acknowledge(caseNumber);
    expect(await whole.advanceToNext(caseNumber)).toBe('a1/first-report:missing');
    expect(await whole.advanceToNext(caseNumber)).toBe('a1/first-report:missing');
    expect(await whole.openTasks(caseNumber)).toEqual(['phone-urging:supervision']);
    expect(await whole.noticeKinds(caseNumber)).toContain('first-report-missing');
    await reportInterim(whole.city.as('water-handler'), { caseNumber, assignmentId: 'a1', text: '抢修队已到场' });
    expect(await whole.advanceToNext(caseNumber)).toBe('a1/due:yellow');
  }, 60_000);

  it('a unit that is not online is reached by fax and phone, and the center enters its answers', async () => {
    const caseNumber = await steps.assigned(['village']);
    expect(await whole.openTasks(caseNumber)).toEqual(['fax:dispatch', 'phone-acknowledge:dispatch']);
    expect(await whole.noticeKinds(caseNumber)).toEqual([]);
    await steps.acknowledge(caseNumber, 'a1', 'operator');
    expect(await whole.openTasks(caseNumber)).toEqual([]);
    await whole.advanceToNext(caseNumber);
    await whole.advanceToNext(caseNumber);
    expect(await whole.openTasks(caseNumber)).toContain('phone-urging:supervision');
    await steps.feedBack(caseNumber, { by: 'operator' });
    await steps.accept(caseNumber);
    expect((await steps.satisfied(caseNumber)).stage).toBe('closed');
  }, 60_000);

  it('the center urges by phone, by notice and on the spot, and all of it is kept', async () => {
    const caseNumber = await steps.acknowledged();
    const of = { caseNumber, assignmentId: 'a1', text: '请今日内办结' };
    await recordUrgingCall(whole.city.as('operator'), of);
    await issueNotice(whole.city.as('supervisor'), { ...of, notice: 'supervision-notice' });
    await recordOnSiteSession(whole.city.as('supervisor'), of);
    await whole.drain();
    const { timeline } = await steps.view(caseNumber);
    expect(timeline.slice(-4).map(({ type, texts }) => [type, texts['text']])).toEqual([
      ['UrgingCallRecorded', of.text],
      ['NoticeIssued', of.text],
      ['DocumentIssued', of.text],
      ['OnSiteSessionRecorded', of.text],
    ]);
    const mail = whole.mail.mails.find(
      (one) => one.recipients.includes('water-head@city.example') && one.text?.includes(of.text),
    );
    expect(mail?.text).toContain(caseNumber);
    await expect(issueNotice(whole.city.as('operator'), { ...of, notice: 'urging-notice' })).rejects.toMatchObject({
      code: 'access.denied',
    });
  }, 60_000);
});
