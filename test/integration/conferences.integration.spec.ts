import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptInvitation,
  addAgendaItem,
  attendInvitation,
  cancelConference,
  closeCase,
  downloadConferenceMinutes,
  finishConferenceResolution,
  getCircle,
  getConference,
  holdConference,
  inviteConference,
  keepCircle,
  listConferences,
  listDocuments,
  listInvitations,
  listNotices,
  listTasks,
  recordInvitation,
  rescheduleConference,
  verifyLedger,
} from '@hotline/application';
import { calendarFromRows, publicHolidays } from '@hotline/calendar';
import { CONFERENCES_WORKFLOW, TASK_QUEUE } from '@hotline/contracts-process';
import { DEFAULT_POLICY, nextSession, workingTimeOf } from '@hotline/domain';
import { readPdf } from '@hotline/infra';
import type { Person } from './small-city.ts';
import { after, days, hours, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const RHYTHM = { week: 2, weekday: 3, minute: 540 } as const;
const OUTSIDE = 'xinfang@circle.example';
const MINUTE = 60_000;
const time = workingTimeOf(DEFAULT_POLICY, calendarFromRows(publicHolidays()));

describe('the regular joint conference', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
    // From just after one of its days on, so that the whole preparation of the next lies ahead.
    await whole.advanceTo(after(nextSession(RHYTHM, await whole.now(), time).startsAt, hours(1)));
    await keepCircle(whole.city.as('supervisor'), {
      rhythm: RHYTHM,
      place: '受理中心二楼会议室',
      members: [
        { name: '水务集团', unitId: 'water' },
        { name: '市信访局', contact: '办公室', mail: OUTSIDE },
      ],
    });
    const { type, id: workflowId } = CONFERENCES_WORKFLOW;
    await whole.client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args: [] });
  }, 60_000);
  afterAll(() => whole.stop());

  const see = (conferenceId: string, by: Person = 'supervisor') => getConference(whole.city.as(by), { conferenceId });
  const mailsTo = (address: string, words: string) =>
    whole.mail.mails.filter(({ recipients, subject }) => recipients.includes(address) && subject?.includes(words));
  const calendarsTo = (address: string) =>
    mailsTo(address, '联席会议')
      .flatMap(({ attachments }) => attachments.filter(({ contentType }) => contentType.startsWith('text/calendar')))
      .map(({ content }) => /^METHOD:(\w+)/m.exec(content.toString('utf8'))?.[1]);

  /** The session that comes next, in its month's stream. */
  async function next(): Promise<{ conferenceId: string; startsAt: string }> {
    const { month, startsAt } = nextSession(RHYTHM, await whole.now(), time);
    return { conferenceId: `conference-${month}`, startsAt };
  }
  /** Time goes by until just after so many working days before a session. */
  async function until(startsAt: string, workingDays: number): Promise<void> {
    const now = await whole.now();
    const working = time.between(now, startsAt) - workingDays * time.workingDay;
    await whole.advanceTo(after(time.addWorking(now, working).at, MINUTE));
  }

  it('opens by itself, gathers its agenda from the open cases, and invites by itself', async () => {
    const { conferenceId, startsAt } = await next();
    await until(startsAt, 15);
    expect(await see(conferenceId)).toMatchObject({ status: 'preparing', startsAt });
    const more = { kind: 'suggestion' } as const;
    const [first, second] = [
      await steps.acknowledged(['water', 'housing'], more),
      await steps.acknowledged(['water', 'housing'], more),
    ];
    const alone = await steps.acknowledged(['water'], more);
    await until(startsAt, 10);
    expect(await whole.openTasks(conferenceId)).toEqual(['conference-agenda:supervision']);
    const drafted = await see(conferenceId);
    expect(drafted.agenda).toMatchObject([
      { itemId: 'i1', caseNumber: first, reasons: ['several-bodies'], memberIds: ['m1'] },
      { itemId: 'i2', caseNumber: second, reasons: ['several-bodies'], memberIds: ['m1'] },
    ]);
    expect(JSON.stringify(drafted.agenda)).not.toContain(alone);
    await expect(see(conferenceId, 'water-head')).rejects.toMatchObject({ code: 'conference.not-found' });
    const point = { conferenceId, text: '通报一季度来电情况', memberIds: [] };
    await expect(addAgendaItem(whole.city.as('operator'), point)).rejects.toMatchObject({ code: 'access.denied' });
    await addAgendaItem(whole.city.as('supervisor'), point);
    const elsewhere = { conferenceId, startsAt, text: '原会议室另有安排', place: '受理中心三楼' };
    await rescheduleConference(whole.city.as('supervisor'), elsewhere);
    expect(await whole.openTasks(conferenceId)).toEqual(['conference-agenda:supervision']);

    await until(startsAt, 5);
    expect(await whole.openTasks(conferenceId)).toEqual([]);
    const [outside] = mailsTo(OUTSIDE, '联席会议通知');
    expect(outside?.text).toContain(`工单${first}（涉及多个单位）`);
    expect(calendarsTo(OUTSIDE)).toEqual(['REQUEST']);
    expect(mailsTo('water-head@city.example', '联席会议通知')).toHaveLength(1);
    const seenByMember = await see(conferenceId, 'water-head');
    expect(seenByMember.agenda.map(({ itemId }) => itemId)).toEqual(['i1', 'i2', 'i3']);
    expect(seenByMember.members).toEqual([
      { memberId: 'm1', name: '水务集团', unitId: 'water' },
      { memberId: 'm2', name: '市信访局' },
    ]);
    expect((await see(conferenceId, 'mayor')).members[1]).toMatchObject({ contact: '办公室', mail: OUTSIDE });
    await expect(see(conferenceId, 'housing-head')).rejects.toMatchObject({ code: 'conference.not-found' });
    await expect(getCircle(whole.city.as('water-head'))).rejects.toMatchObject({ code: 'access.denied' });

    await whole.advanceTo(after(startsAt, hours(1)));
    expect(mailsTo(OUTSIDE, '联席会议提醒')).toHaveLength(1);
    const dueAt = after(startsAt, days(5));
    const minutes = {
      conferenceId,
      minutes: '会议研究了两件积案。',
      attendedMemberIds: ['m1', 'm2'],
      substitutes: [{ memberId: 'm2', person: '王科长', inPlaceOf: '李局长' }],
    };
    const meeting = { unitIds: ['water', 'housing'], startsAt: after(startsAt, days(6)) };
    const duty = { unitId: 'housing', way: 'assist', text: '腾出管位', dueAt } as const;
    const noted = { itemId: 'i3', decision: 'noted', text: '已通报' } as const;
    const decisions = [
      { itemId: 'i1', decision: 'meeting', text: '召集两家会办', meeting },
      { itemId: 'i2', decision: 'resolution', text: '住建局协办', resolutions: [duty] },
      noted,
    ] as const;
    // Refused as a whole: the meeting that was convened before the fault is not there either.
    await expect(
      holdConference(whole.city.as('supervisor'), { ...minutes, decisions: [decisions[0], noted] }),
    ).rejects.toMatchObject({ code: 'conference.undecided' });
    expect((await steps.view(first)).meetings).toEqual([]);
    for (const [wrong, code] of [
      [{ ...noted, decision: 'meeting', meeting }, 'conference.meeting-without-case'],
      [{ ...noted, decision: 'meeting' }, 'conference.meeting-missing'],
      [{ ...noted, meeting }, 'conference.meeting-not-decided'],
    ] as const)
      await expect(
        holdConference(whole.city.as('supervisor'), { ...minutes, decisions: [decisions[0], decisions[1], wrong] }),
      ).rejects.toMatchObject({ code });
    const held = await holdConference(whole.city.as('supervisor'), { ...minutes, decisions });
    expect(held).toMatchObject({ status: 'held', minutesNumber: expect.stringMatching(/^皋12345会纪〔\d{4}〕\d+号$/) });
    const view = await steps.view(first);
    expect(view.meetings).toMatchObject([{ meetingId: held.agenda[0]?.decision?.meetingId, status: 'convened' }]);
    for (const caseNumber of [first, second])
      expect((await steps.view(caseNumber)).timeline.map(({ type }) => type)).toContain('ConferenceDecided');

    await whole.drain();
    const [mailed] = mailsTo(OUTSIDE, '联席会议纪要');
    const pdf = mailed?.attachments.find(({ contentType }) => contentType === 'application/pdf');
    const { text } = await readPdf(new Uint8Array(pdf?.content ?? []));
    for (const said of [held.minutesNumber, '王科长代李局长参会', '腾出管位']) expect(text).toContain(said);
    const own = await see(conferenceId, 'housing-handler');
    expect(own).toMatchObject({ agenda: [], resolutions: [{ unitId: 'housing', text: '腾出管位' }] });
    expect(own).not.toHaveProperty('minutes');
    expect(JSON.stringify(own)).not.toContain(minutes.minutes);
    expect(own.timeline.map(({ type }) => type)).not.toContain('ConferenceHeld');
    expect((await see(conferenceId, 'water-head')).timeline.map(({ type }) => type)).toContain('ConferenceHeld');
    await expect(downloadConferenceMinutes(whole.city.as('housing-head'), { conferenceId })).rejects.toMatchObject({
      code: 'conference.no-minutes',
    });
    const { items } = await listDocuments(whole.city.as('director'), { limit: 10, kind: 'minutes' });
    expect(items[0]).toMatchObject({ conferenceId, number: held.minutesNumber });

    await whole.advanceTo(after(dueAt, days(4)));
    expect(mailsTo('housing-head@city.example', '决议到期')).toHaveLength(1);
    expect(await whole.openTasks(conferenceId)).toEqual(['conference-resolution:supervision']);
    const done = { conferenceId, resolutionId: 'r1', text: '已腾出' };
    await expect(finishConferenceResolution(whole.city.as('water-head'), done)).rejects.toMatchObject({
      code: 'resolution.not-found',
    });
    await finishConferenceResolution(whole.city.as('housing-handler'), done);
    await whole.drain();
    expect(await whole.openTasks(conferenceId)).toEqual([]);
    expect(await whole.workflowStatus(conferenceId)).toBe('COMPLETED');
    expect((await verifyLedger(whole.city.as('director'))).faults).toEqual([]);
    for (const caseNumber of [first, second, alone])
      await closeCase(whole.city.as('director'), { caseNumber, outcome: 'explained', text: '联席会议后另行办理' });
  }, 120_000);

  it('a member stays the body it is', async () => {
    const { members } = await getCircle(whole.city.as('supervisor'));
    const [water, petitions] = [members[0]!, members[1]!];
    const circle = { rhythm: RHYTHM, place: '受理中心二楼会议室' };
    const { unitId: _, ...noUnit } = { ...water, mail: 'water@circle.example' };
    for (const changed of [
      [water, { ...petitions, unitId: 'housing' }],
      [noUnit, petitions],
      [{ ...water, unitId: 'housing' }, petitions],
    ])
      await expect(keepCircle(whole.city.as('supervisor'), { ...circle, members: changed })).rejects.toMatchObject({
        code: 'circle.another-body',
      });
    expect((await getCircle(whole.city.as('supervisor'))).members).toEqual(members);
  });

  it('called by hand, moved and cancelled: its agenda is drafted, the calendars follow', async () => {
    const { conferenceId, startsAt } = await next();
    await until(startsAt, 15);
    const before = calendarsTo(OUTSIDE).length;
    const caseNumber = await steps.acknowledged(['water', 'housing'], { kind: 'suggestion' });
    const { agenda } = await inviteConference(whole.city.as('director'), { conferenceId });
    expect(agenda).toMatchObject([{ itemId: 'i1', caseNumber, reasons: ['several-bodies'] }]);
    const moved = { conferenceId, startsAt: after(startsAt, days(1)), text: '与常务会议冲突', place: '政府三楼' };
    expect(await rescheduleConference(whole.city.as('supervisor'), moved)).toMatchObject({ place: '政府三楼' });
    await cancelConference(whole.city.as('supervisor'), { conferenceId, text: '本月无须研究的事项' });
    await whole.drain();
    expect(calendarsTo(OUTSIDE).slice(before)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(await whole.workflowStatus(conferenceId)).toBe('COMPLETED');
    await expect(
      holdConference(whole.city.as('supervisor'), {
        conferenceId,
        minutes: '无',
        attendedMemberIds: [],
        decisions: [],
      }),
    ).rejects.toMatchObject({ code: 'conference.wrong-status' });
    await closeCase(whole.city.as('director'), { caseNumber, outcome: 'explained', text: '双方已另行商定' });
  }, 120_000);

  it('not held: a task for the minutes, then word to the director', async () => {
    // The one of this month was called off.
    const { startsAt: calledOff } = await next();
    await whole.advanceTo(after(calledOff, hours(1)));
    const { conferenceId, startsAt } = await next();
    await until(startsAt, 1);
    expect((await listConferences(whole.city.as('mayor'), { limit: 1 })).items).toMatchObject([
      { conferenceId, status: 'invited' },
    ]);
    await whole.advanceTo(after(startsAt, days(6)));
    expect(await whole.openTasks(conferenceId)).toEqual(['conference-minutes:supervision']);
    const told = (await listNotices(whole.city.as('director'), { limit: 50 })).items;
    expect(told).toContainEqual(expect.objectContaining({ kind: 'conference-overdue', conferenceId }));
    expect(mailsTo('director@city.example', '联席会议事项逾期').at(-1)?.text).toContain('没有会议纪要');
  }, 120_000);

  it('another body invites the center: unanswered it is the director’s; who is named has a task and a reminder', async () => {
    const startsAt = after(await whole.now(), days(20));
    const invited = { from: '市人大信访办', text: '研究信访积案', place: '人大三楼', startsAt };
    await expect(recordInvitation(whole.city.as('operator'), invited)).rejects.toMatchObject({ code: 'access.denied' });
    const { invitationId } = await recordInvitation(whole.city.as('supervisor'), invited);
    await whole.advanceTo(after(await whole.now(), days(6)));
    expect(await whole.openTasks(invitationId)).toContain('center-invitation:director');
    await expect(
      acceptInvitation(whole.city.as('director'), { invitationId, attendeeId: 'operator' }),
    ).rejects.toMatchObject({ code: 'invitation.wrong-attendee' });
    await acceptInvitation(whole.city.as('director'), { invitationId, attendeeId: 'supervisor' });
    expect(await whole.openTasks(invitationId)).toEqual(['attend-invitation:supervision']);
    const mine = await listTasks(whole.city.as('supervisor'), { mine: true, limit: 50 });
    expect(mine.items).toContainEqual(expect.objectContaining({ invitationId, assigneeId: 'supervisor' }));
    await whole.advanceTo(startsAt);
    expect(mailsTo('supervisor@city.example', '参会提醒').at(-1)?.text).toContain('研究信访积案');
    await whole.advanceTo(after(startsAt, days(6)));
    expect(await whole.openTasks(invitationId)).toContain('invitation-outcome:supervision');
    await attendInvitation(whole.city.as('supervisor'), { invitationId, text: '议定由水务集团垫资' });
    await whole.drain();
    expect(await whole.openTasks(invitationId)).toEqual([]);
    expect(await whole.workflowStatus(invitationId)).toBe('COMPLETED');
    const { items } = await listInvitations(whole.city.as('deputy'), { limit: 10, status: 'attended' });
    expect(items).toMatchObject([{ invitationId, attendeeName: 'supervisor', outcome: '议定由水务集团垫资' }]);
    expect((await verifyLedger(whole.city.as('director'))).faults).toEqual([]);
  }, 120_000);
});
