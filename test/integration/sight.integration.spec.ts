import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acknowledgeAssignment,
  actorOfSession,
  assignCase,
  conveneMeeting,
  databaseClock,
  draftReport,
  finishResolution,
  forgetWhatIsOver,
  getCase,
  getMeeting,
  getReport,
  holdMeeting,
  listCases,
  listMeetings,
  listReports,
  logIn,
  registerCase,
  returnAssignment,
  revealPhone,
  ruleReturn,
  submitReport,
  type RegisterCaseInput,
} from '@hotline/application';
import { PASSWORD, REQUEST, sowSmallCity, type SmallCity } from './small-city.ts';

const WORDS = { quality: '恢复供水', feedback: '答复市民并反馈' };
const REPORT = { trouble: '症结', cause: '原因', wayOut: '途径', tried: '已催办', asked: '请批示' };
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe('what is not yours', () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
  });
  afterAll(() => city.close());

  async function assigned(unitIds: readonly string[], more: Partial<RegisterCaseInput> = {}): Promise<string> {
    const { caseNumber } = await registerCase(city.as('operator'), { ...REQUEST, ...more });
    const units = unitIds.map((unitId, index) => ({ unitId, role: index === 0 ? ('lead' as const) : ('co' as const) }));
    await assignCase(city.as('operator'), { caseNumber, units, ...WORDS });
    return caseNumber;
  }

  it('is not in a unit’s case: neither other units, nor what the center considers', async () => {
    const caseNumber = await assigned(['water', 'housing']);
    await acknowledgeAssignment(city.as('water-handler'), { caseNumber, assignmentId: 'a1' });
    await acknowledgeAssignment(city.as('housing-handler'), { caseNumber, assignmentId: 'a2' });
    await conveneMeeting(city.as('supervisor'), { caseNumber, unitIds: ['water'], startsAt: inDays(4) });
    await draftReport(city.as('supervisor'), { caseNumber, ...REPORT });
    const seen = await getCase(city.as('housing-handler'), { caseNumber });
    expect(seen.timeline.map(({ type }) => type)).toEqual(['CaseRegistered', 'CaseAssigned', 'AssignmentAcknowledged']);
    expect(seen.deadlines.map(({ subject }) => subject)).toEqual(['a2', 'citizen']);
    expect([seen.meetings, seen.reports, seen.proposals]).toEqual([[], [], []]);
    const told = JSON.stringify(seen);
    for (const foreign of ['water-handler', '"water"', '"a1', 'effects', 'meeting-1', 'report-1'])
      expect(told).not.toContain(foreign);
    const lead = await getCase(city.as('water-head'), { caseNumber });
    expect(lead.timeline.map(({ type }) => type)).toContain('MeetingConvened');
  });

  it('is not in a unit’s list: its own due, its own duties, and no way to ask for another’s', async () => {
    const { caseNumber } = await registerCase(city.as('operator'), { ...REQUEST, title: '两家两个期限' });
    const units = [
      { unitId: 'water', role: 'lead', termWorkingDays: 2 },
      { unitId: 'housing', role: 'co', termWorkingDays: 9 },
    ] as const;
    const why = { termReason: '停水须尽快恢复' };
    const { assignments } = await assignCase(city.as('director'), { caseNumber, units, ...why, ...WORDS });
    const asked = { q: '两家两个', limit: 10 };
    const { items } = await listCases(city.as('housing-handler'), asked);
    expect(items).toMatchObject([{ caseNumber, dueAt: assignments[1]?.dueAt, units: [{ unitId: 'housing' }] }]);
    const foreign = await listCases(city.as('housing-handler'), { ...asked, unitId: 'water' });
    expect(foreign.items).toEqual([]);
    const all = await listCases(city.as('operator'), { ...asked, unitId: 'water' });
    expect(all.items).toMatchObject([{ dueAt: assignments[0]?.dueAt, units: [{}, {}] }]);
  });

  it('is gone when the unit was let go, from the list as from the page', async () => {
    const caseNumber = await assigned(['water', 'housing'], { title: '退出之后不见' });
    const returning = { caseNumber, assignmentId: 'a2', basis: '不属本单位职责', approvedBy: '张局长' };
    const returned = await returnAssignment(city.as('housing-handler'), returning);
    expect(returned.timeline.at(-1)).toMatchObject({ type: 'AssignmentReturned', payload: { approvedBy: '张局长' } });
    await ruleReturn(city.as('operator'), { caseNumber, assignmentId: 'a2', ruling: 'accepted', text: '同意' });
    const gone = getCase(city.as('housing-handler'), { caseNumber });
    await expect(gone).rejects.toMatchObject({ code: 'case.not-found' });
    expect((await listCases(city.as('housing-handler'), { q: '退出之后', limit: 9 })).items).toEqual([]);
  });

  it('hides who reported a violation from everybody but the center, in the page and behind the mask', async () => {
    const caseNumber = await assigned(['water'], { kind: 'violation-report' });
    for (const person of ['water-handler', 'water-head', 'deputy', 'mayor'] as const) {
      const view = await getCase(city.as(person), { caseNumber });
      expect([view.callerName, view.callerPhone]).toEqual([undefined, undefined]);
      await expect(revealPhone(city.as(person), { caseNumber })).rejects.toMatchObject({ code: 'access.denied' });
    }
    const center = await getCase(city.as('operator'), { caseNumber });
    expect([center.callerName, center.callerPhone]).toEqual(['王女士', '139****1234']);
  });

  it('notes every look at a phone, and keeps the phone with no answer', async () => {
    const caseNumber = await assigned(['water']);
    const context = city.as('water-handler', { idempotency: { key: 'look', digest: 'd' } });
    await expect(revealPhone(context, { caseNumber })).resolves.toEqual({ callerPhone: REQUEST.callerPhone });
    await revealPhone(context, { caseNumber });
    await expect(revealPhone(city.as('housing-head'), { caseNumber })).rejects.toMatchObject({
      code: 'case.not-found',
    });
    const em = city.orm.em.fork();
    const looks = await em.execute('select user_id, what from access_log where case_number = ?', [caseNumber]);
    expect(looks).toEqual(Array.from({ length: 2 }, () => ({ user_id: 'water-handler', what: 'caller-phone' })));
    expect(await em.execute(`select key from idempotency where answer::text like '%13900001234%'`)).toEqual([]);
  });

  it('is not the meeting: a unit invited to it, or bound by it, sees it without the case', async () => {
    const caseNumber = await assigned(['water']);
    const { meetings } = await conveneMeeting(city.as('supervisor'), {
      caseNumber,
      unitIds: ['water'],
      startsAt: inDays(3),
    });
    const meetingId = meetings[0]?.meetingId ?? '';
    const hidden = getMeeting(city.as('housing-head'), { meetingId });
    await expect(hidden).rejects.toMatchObject({ code: 'meeting.not-found' });
    await holdMeeting(city.as('supervisor'), {
      meetingId,
      settled: true,
      minutes: '纪要',
      attendedUnitIds: ['water'],
      resolutions: [
        { unitId: 'housing', text: '修管道', dueAt: inDays(5) },
        { unitId: 'water', text: '复水', dueAt: inDays(6) },
      ],
    });
    const seen = await getMeeting(city.as('housing-head'), { meetingId });
    expect([seen.unitIds, seen.resolutions.map(({ text }) => text)]).toEqual([['water'], ['修管道']]);
    expect((await listMeetings(city.as('housing-head'), { limit: 9 })).items).toContainEqual(seen);
    await expect(getCase(city.as('housing-head'), { caseNumber })).rejects.toMatchObject({ code: 'case.not-found' });
    const done = { meetingId, resolutionId: 'r1', text: '已修好' };
    expect((await finishResolution(city.as('housing-head'), done)).resolutions[0]?.doneAt).toBeDefined();
  });

  it('is a draft, to the deputy mayor and the mayor, until it is issued', async () => {
    const caseNumber = await assigned(['water']);
    const { reports } = await draftReport(city.as('supervisor'), { caseNumber, ...REPORT });
    const reportId = reports[0]?.reportId ?? '';
    for (const person of ['deputy', 'mayor'] as const) {
      expect((await getCase(city.as(person), { caseNumber })).reports).toEqual([]);
      await expect(getReport(city.as(person), { reportId })).rejects.toMatchObject({ code: 'report.not-found' });
    }
    const issued = await submitReport(city.as('director'), { reportId, folder: 'urgent' });
    expect((await getCase(city.as('deputy'), { caseNumber })).reports).toEqual([issued]);
    expect((await listReports(city.as('deputy'), { limit: 9 })).items).toEqual([issued]);
  });

  it('is a session that has ended, and one of a person who has left', async () => {
    const clock = { now: () => Promise.resolve(new Date(Date.now() + 13 * 3_600_000).toISOString()) };
    const asked = { username: 'supervisor', password: PASSWORD, address: '10.0.0.1' };
    const { token } = await logIn(city.as('operator'), asked);
    expect((await actorOfSession(city.as('operator'), { token }))?.actor).toEqual(city.actor('supervisor'));
    const em = city.orm.em.fork();
    await em.execute(`update session set expires_at = expires_at - interval '13 hours'`);
    expect(await actorOfSession(city.as('operator'), { token })).toBeUndefined();
    await em.execute(`update session set expires_at = expires_at + interval '13 hours'`);
    await em.execute(`update app_user set active = false where id = 'supervisor'`);
    expect(await actorOfSession(city.as('operator'), { token })).toBeUndefined();
    await em.execute(`update app_user set active = true where id = 'supervisor'`);
    await forgetWhatIsOver({ orm: city.orm, clock });
    expect(await actorOfSession(city.as('operator'), { token })).toBeUndefined();
  });

  it('cannot be locked by another address, nor opened by guessing', async () => {
    const guess = (address: string) => logIn(city.as('operator'), { username: 'director', password: 'guess', address });
    const tries = await Promise.allSettled(Array.from({ length: 15 }, () => guess('10.9.9.9')));
    const codes = tries.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'in'));
    expect(codes.filter((code) => code === 'login.wrong')).toHaveLength(10);
    expect(codes.filter((code) => code === 'login.too-many')).toHaveLength(5);
    const own = { username: 'director', password: PASSWORD };
    await expect(logIn(city.as('operator'), { ...own, address: '10.9.9.9' })).rejects.toMatchObject({
      code: 'login.too-many',
      details: { retryAfterSeconds: expect.any(Number) },
    });
    await expect(logIn(city.as('operator'), { ...own, address: '10.0.0.2' })).resolves.toMatchObject({
      user: { id: 'director' },
    });
  });
});
