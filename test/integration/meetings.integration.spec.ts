import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelMeeting, conveneMeeting, finishResolution, holdMeeting, rescheduleMeeting } from '@hotline/application';
import { after, days, hours, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

describe('a joint meeting', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  async function convened(): Promise<{ caseNumber: string; meetingId: string; startsAt: string }> {
    const caseNumber = await steps.acknowledged(['water', 'housing']);
    const startsAt = after(await whole.now(), days(10));
    const view = await conveneMeeting(whole.city.as('supervisor'), {
      caseNumber,
      unitIds: ['water', 'housing', 'village'],
      startsAt,
      place: '受理中心会议室',
    });
    return { caseNumber, meetingId: view.meetings[0]?.meetingId ?? '', startsAt };
  }

  const mailsOf = (caseNumber: string, words: string) =>
    whole.mail.mails.filter((mail) => mail.text?.includes(caseNumber) && mail.subject?.includes(words));

  it('invites with a calendar entry, tells of a new time and of its cancellation under one UID', async () => {
    const { caseNumber, meetingId, startsAt } = await convened();
    await whole.drain();
    expect(await whole.openTasks(caseNumber)).toEqual(['fax:dispatch']);
    await rescheduleMeeting(whole.city.as('supervisor'), {
      meetingId,
      startsAt: after(startsAt, days(1)),
      text: '水务集团请求改期',
    });
    await whole.drain();
    await cancelMeeting(whole.city.as('supervisor'), { meetingId, text: '双方已自行解决' });
    await whole.drain();
    const calendars = whole.mail.mails
      .filter((mail) => mail.text?.includes(caseNumber))
      .flatMap((mail) => mail.attachments.filter(({ contentType }) => contentType.startsWith('text/calendar')))
      .map(({ content }) => content.toString('utf8').replaceAll(/\r\n[ \t]/g, ''));
    const facts = new Set(
      calendars.map((text) =>
        ['METHOD', 'SEQUENCE', 'UID']
          .map((name) => new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1]?.trim())
          .join(' '),
      ),
    );
    const uids = new Set([...facts].map((fact) => fact.split(' ')[2]));
    expect(uids.size).toBe(1);
    expect([...facts].map((fact) => fact.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'CANCEL 2',
      'REQUEST 0',
      'REQUEST 1',
    ]);
    expect(await whole.workflowStatus(meetingId)).toBe('COMPLETED');
    expect((await steps.view(caseNumber)).meetings).toMatchObject([{ status: 'cancelled' }]);
  }, 60_000);

  it('reminds a working day before, and asks for the minutes a working day after', async () => {
    const { caseNumber, startsAt } = await convened();
    await whole.advanceTo(after(startsAt, -hours(1)));
    expect(await whole.noticeKinds(caseNumber)).toContain('meeting-reminder');
    await whole.advanceTo(after(startsAt, days(7)));
    expect(await whole.openTasks(caseNumber)).toContain('minutes:supervision');
    expect(await whole.noticeKinds(caseNumber)).toContain('desk-overdue');
  }, 60_000);

  it('settled: its resolutions are followed until done', async () => {
    const { caseNumber, meetingId, startsAt } = await convened();
    await whole.advanceTo(after(startsAt, hours(1)));
    const dueAt = after(await whole.now(), days(5));
    const resolutions = [
      { unitId: 'water', text: '更换主管', dueAt },
      { unitId: 'housing', text: '腾出管位', dueAt },
    ];
    const held = await holdMeeting(whole.city.as('supervisor'), {
      meetingId,
      settled: true,
      minutes: '会议纪要',
      attendedUnitIds: ['water', 'housing'],
      resolutions,
    });
    expect(held).toMatchObject({ status: 'held', settled: true });
    await finishResolution(whole.city.as('water-handler'), { meetingId, resolutionId: 'r1', text: '已更换' });
    await expect(
      finishResolution(whole.city.as('water-handler'), { meetingId, resolutionId: 'r2', text: '已腾出' }),
    ).rejects.toMatchObject({ code: 'resolution.not-found' });
    await whole.advanceTo(after(dueAt, days(4)));
    expect(await whole.openTasks(caseNumber)).toContain('resolution-overdue:supervision');
    expect(await whole.workflowStatus(meetingId)).toBe('RUNNING');
    await finishResolution(whole.city.as('housing-handler'), { meetingId, resolutionId: 'r2', text: '已腾出' });
    await whole.drain();
    expect(await whole.workflowStatus(meetingId)).toBe('COMPLETED');
    expect((await steps.view(caseNumber)).reports).toEqual([]);
    expect(mailsOf(caseNumber, '').length).toBeGreaterThan(0);
  }, 60_000);

  it('not settled: a special report is drafted and proposed', async () => {
    const { caseNumber, meetingId, startsAt } = await convened();
    await whole.advanceTo(after(startsAt, hours(1)));
    await holdMeeting(whole.city.as('supervisor'), {
      meetingId,
      settled: false,
      minutes: '意见不一',
      attendedUnitIds: ['water'],
      resolutions: [],
    });
    const view = await steps.view(caseNumber);
    expect(view.proposals.find(({ kind }) => kind === 'special-report')).toMatchObject({ status: 'open' });
    expect(view.reports).toMatchObject([{ status: 'draft' }]);
    expect(view.reports[0]?.words.tried).toContain('会办');
  }, 60_000);
});
