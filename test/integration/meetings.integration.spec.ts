import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerPoll,
  cancelMeeting,
  conveneMeeting,
  decideProposal,
  downloadMinutes,
  finishResolution,
  fixMeetingTime,
  getMeeting,
  holdMeeting,
  listDocuments,
  rescheduleMeeting,
  verifyLedger,
} from '@hotline/application';
import { readPdf } from '@hotline/infra';
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

  it('its minutes are a numbered paper, mailed to all concerned and downloaded by who sees the meeting', async () => {
    const { caseNumber, meetingId, startsAt } = await convened();
    await expect(downloadMinutes(whole.city.as('supervisor'), { meetingId })).rejects.toMatchObject({
      code: 'meeting.no-minutes',
    });
    const moved = { meetingId, startsAt: after(startsAt, days(1)), text: '换大会议室', place: '政府二楼会议室' };
    expect(await rescheduleMeeting(whole.city.as('supervisor'), moved)).toMatchObject({ place: '政府二楼会议室' });
    const substitute = { unitId: 'water', person: '王科长', inPlaceOf: '李经理' };
    const view = await holdMeeting(whole.city.as('supervisor'), {
      meetingId,
      settled: true,
      minutes: '议定由水务集团更换主管。',
      attendedUnitIds: ['water'],
      substitutes: [substitute],
      place: '政府三楼会议室',
      resolutions: [{ unitId: 'water', text: '更换主管二十米', dueAt: after(startsAt, days(9)) }],
    });
    expect(view).toMatchObject({
      place: '政府三楼会议室',
      absentUnitIds: ['housing', 'village'],
      substitutes: [substitute],
    });
    expect(view.minutesNumber).toMatch(/^皋12345会纪〔\d{4}〕[1-9]\d*号$/);
    await whole.drain();
    const mails = mailsOf(caseNumber, '会议纪要');
    expect(mails.flatMap(({ recipients }) => recipients).sort()).toEqual([
      'housing-handler@city.example',
      'water-handler@city.example',
    ]);
    const pdf = mails[0]?.attachments.find(({ contentType }) => contentType === 'application/pdf');
    const { text } = await readPdf(new Uint8Array(pdf?.content ?? []));
    for (const said of [view.minutesNumber, '王科长代李经理参会', '缺席单位', '更换主管二十米', '政府三楼会议室'])
      expect(text).toContain(said);
    const own = await downloadMinutes(whole.city.as('housing-handler'), { meetingId });
    expect((await readPdf(own.content)).text).toEqual(text);
    const { items } = await listDocuments(whole.city.as('director'), { limit: 10, kind: 'minutes' });
    expect(items[0]).toMatchObject({ caseNumber, meetingId, number: view.minutesNumber });
    expect((await verifyLedger(whole.city.as('director'))).faults).toEqual([]);
  }, 120_000);

  it('asks which time suits, phones who is silent, and takes the one that suits most', async () => {
    const caseNumber = await steps.acknowledged(['water', 'housing']);
    const now = await whole.now();
    const [first, second] = [after(now, days(20)), after(now, days(21))];
    const unitIds = ['water', 'housing'];
    const poll = { caseNumber, unitIds, startsAt: first, otherTimes: [second] };
    const { meetings } = await conveneMeeting(whole.city.as('supervisor'), poll);
    const meetingId = meetings[0]?.meetingId ?? '';
    await whole.drain();
    expect(mailsOf(caseNumber, '会议时间征求')).toHaveLength(2);
    expect(mailsOf(caseNumber, '会议通知')).toHaveLength(0);
    const own = await answerPoll(whole.city.as('water-handler'), { meetingId, suits: [second] });
    expect(own.poll).toMatchObject({ open: true, unansweredUnitIds: [] });
    await expect(
      answerPoll(whole.city.as('water-handler'), { meetingId, unitId: 'housing', suits: [] }),
    ).rejects.toMatchObject({ code: 'meeting.not-invited' });
    await expect(answerPoll(whole.city.as('supervisor'), { meetingId, suits: [] })).rejects.toMatchObject({
      code: 'meeting.unit-missing',
    });
    await whole.advanceTo(after(own.poll?.answerBy ?? '', hours(1)));
    expect(await whole.openTasks(caseNumber)).toContain('phone-poll:supervision');
    await answerPoll(whole.city.as('supervisor'), { meetingId, unitId: 'housing', suits: [], text: '均不能参加' });
    expect(await whole.openTasks(caseNumber)).not.toContain('phone-poll:supervision');
    expect(await whole.openTasks(caseNumber)).toContain('fix-meeting-time:supervision');
    await whole.advanceTo(after(own.poll?.answerBy ?? '', days(7)));
    await whole.drain();
    expect(await whole.openTasks(caseNumber)).not.toContain('fix-meeting-time:supervision');
    const seen = await getMeeting(whole.city.as('supervisor'), { meetingId });
    expect(seen).toMatchObject({ startsAt: second, poll: { open: false, unansweredUnitIds: [] } });
    expect(seen.poll?.times.map(({ suits }) => suits)).toEqual([[], ['water']]);
    expect(mailsOf(caseNumber, '会议通知').filter(({ attachments }) => attachments.length > 0)).toHaveLength(2);
    expect(await whole.workflowStatus(meetingId)).toBe('RUNNING');
  }, 120_000);

  it('the center fixes the time itself, or calls the poll off', async () => {
    const caseNumber = await steps.acknowledged(['water', 'housing']);
    const now = await whole.now();
    const poll = { caseNumber, unitIds: ['water'], startsAt: after(now, days(20)), otherTimes: [after(now, days(21))] };
    const { meetings } = await conveneMeeting(whole.city.as('supervisor'), poll);
    const meetingId = meetings[0]?.meetingId ?? '';
    const fixed = await fixMeetingTime(whole.city.as('supervisor'), { meetingId, startsAt: poll.startsAt });
    expect(fixed.poll?.open).toBe(false);
    await whole.drain();
    expect(mailsOf(caseNumber, '会议通知')).toHaveLength(1);
    await cancelMeeting(whole.city.as('supervisor'), { meetingId, text: '双方已自行解决' });
    const again = await conveneMeeting(whole.city.as('supervisor'), poll);
    const second = again.meetings.at(-1)?.meetingId ?? '';
    await whole.drain();
    await cancelMeeting(whole.city.as('supervisor'), { meetingId: second, text: '不再召开' });
    await whole.drain();
    expect(await whole.workflowStatus(second)).toBe('COMPLETED');
    const [last] = mailsOf(caseNumber, '取消通知').slice(-1);
    expect(last?.text).toContain('无须再答复');
    expect(last?.attachments).toEqual([]);
  }, 120_000);

  it('not settled, it is followed by a second; not settled again, a special report is drafted and proposed', async () => {
    const { caseNumber, meetingId, startsAt } = await convened();
    await whole.advanceTo(after(startsAt, hours(1)));
    const inVain = { settled: false, minutes: '意见不一', attendedUnitIds: ['water'], resolutions: [] };
    const unsettled = ['管道由谁更换', '费用由谁承担'];
    const first = await holdMeeting(whole.city.as('supervisor'), { meetingId, ...inVain, unsettled });
    expect(first).toMatchObject({ settled: false, unsettled });
    const proposals = async () => (await steps.view(caseNumber)).proposals.filter(({ status }) => status === 'open');
    const again = (await proposals()).find(({ kind }) => kind === 'joint-meeting');
    await decideProposal(whole.city.as('director'), {
      caseNumber,
      proposalId: again?.id ?? '',
      decision: 'do-it',
      text: '再议一次',
    });
    const second = (await steps.view(caseNumber)).meetings.at(-1);
    expect(second).toMatchObject({ follows: { meetingId, unsettled }, unitIds: ['water', 'housing', 'village'] });
    await whole.drain();
    const invitation = mailsOf(caseNumber, '会议通知').at(-1);
    expect(invitation?.text).toContain('费用由谁承担');
    await holdMeeting(whole.city.as('supervisor'), { meetingId: second?.meetingId ?? '', ...inVain });
    const view = await steps.view(caseNumber);
    expect((await proposals()).map(({ kind }) => kind)).toContain('special-report');
    expect(view.reports).toMatchObject([{ status: 'draft' }]);
    expect(view.reports[0]?.words.tried).toContain('会办');
    expect((await verifyLedger(whole.city.as('director'))).faults).toEqual([]);
  }, 60_000);
});
