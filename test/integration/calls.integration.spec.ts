import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countCalls,
  databaseClock,
  fileCall,
  getCall,
  keepCall,
  listCalls,
  listTasks,
  revealCallPhone,
} from '@hotline/application';
import { after, Steps } from './steps.ts';
import { sowSmallCity, type SmallCity } from './small-city.ts';

describe('calls', () => {
  let city: SmallCity;
  let steps: Steps;
  let serial = 0;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
    steps = new Steps({ city, now: () => databaseClock.now(city.orm.em.fork()) });
  });
  afterAll(() => city.close());

  const SECOND = 1_000;
  /** Rang three minutes ago, waited so many seconds, or was missed. */
  const call = async (waited: number | undefined, more: object = {}) => {
    const rangAt = after(await databaseClock.now(city.orm.em.fork()), -180 * SECOND);
    const answered = waited === undefined ? {} : { answeredAt: after(rangAt, waited * SECOND) };
    const callId = `pbx-${serial++}`;
    return { callId, line: '12345', rangAt, ...answered, endedAt: after(rangAt, 90 * SECOND), ...more } as const;
  };
  const telephone = () => city.as('telephone');
  const returns = async () =>
    (await listTasks(city.as('operator'), { queue: 'callback', limit: 50 })).items.filter(
      ({ kind }) => kind === 'return-call',
    );

  it('are kept once by the telephone system’s id, masked, and filed with what they came to', async () => {
    const told = await call(7, { callerPhone: '13900001234', operatorId: 'operator', recording: '317.wav' });
    const kept = await keepCall(telephone(), told);
    expect(kept).toMatchObject({ callerPhone: '139****1234', recording: '317.wav', operatorId: 'operator' });
    expect(await keepCall(telephone(), told)).toMatchObject({ callId: told.callId, alreadyThere: true });
    await expect(keepCall(telephone(), { ...told, line: '122' })).rejects.toMatchObject({ code: 'call.other-content' });
    await expect(keepCall(city.as('operator'), told)).rejects.toMatchObject({ code: 'access.denied' });
    const caseNumber = await steps.registered();
    const { callId } = told;
    expect(await fileCall(city.as('operator'), { callId, outcome: 'case', caseNumber })).toMatchObject({
      outcome: 'case',
      caseNumber,
    });
    expect(await getCall(city.as('supervisor'), { callId })).toMatchObject({ outcome: 'case', caseNumber });
    await expect(getCall(city.as('water-head'), { callId })).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('show their number to who calls back, each look logged; to nobody else', async () => {
    const { callId } = await keepCall(telephone(), await call(5, { callerPhone: '13900004321' }));
    expect(await revealCallPhone(city.as('operator'), { callId })).toEqual({ callerPhone: '13900004321' });
    const looks = await city.orm.em.fork().execute('select user_id, what from access_log where call_id = ?', [callId]);
    expect(looks).toEqual([{ user_id: 'operator', what: 'caller-phone' }]);
    for (const who of ['checker', 'admin', 'water-head', 'telephone'] as const)
      await expect(revealCallPhone(city.as(who), { callId })).rejects.toMatchObject({ code: 'access.denied' });
    await expect(revealCallPhone(city.as('operator'), { callId: 'none' })).rejects.toMatchObject({
      code: 'call.not-found',
    });
  });

  it('name a case where there is one, and a reason where it was nuisance; times in their order', async () => {
    const told = await call(3);
    const { callId } = await keepCall(telephone(), told);
    const file = (more: object) => fileCall(city.as('operator'), { callId, outcome: 'knowledge', ...more });
    await expect(file({ outcome: 'case' })).rejects.toMatchObject({ code: 'call.case-missing' });
    await expect(file({ outcome: 'nuisance' })).rejects.toMatchObject({ code: 'call.reason-missing' });
    expect(await file({ outcome: 'nuisance', reason: '反复辱骂' })).toMatchObject({ reason: '反复辱骂' });
    await expect(file({ outcome: 'case', caseNumber: '209901010001' })).rejects.toMatchObject({
      code: 'case.not-found',
    });
    const backwards = { ...(await call(3)), endedAt: after(told.rangAt, -1) };
    await expect(keepCall(telephone(), backwards)).rejects.toMatchObject({ code: 'call.times' });
  });

  it('missed of one number are one task to call back, due in half an hour; an answered one settles it', async () => {
    const [first, second] = [
      await keepCall(telephone(), await call(undefined, { callerPhone: '0513-87650009' })),
      await keepCall(telephone(), await call(undefined, { callerPhone: '87650009' })),
    ];
    expect(first).toMatchObject({ outcome: 'missed', taskId: second.taskId });
    const tasks = await returns();
    expect(tasks).toHaveLength(1);
    const [task] = tasks;
    expect(Date.parse(task?.dueAt ?? '') - Date.parse(task?.createdAt ?? '')).toBe(30 * 60 * SECOND);
    expect(task).not.toHaveProperty('caseNumber');
    await expect(
      fileCall(city.as('operator'), { callId: first.callId, outcome: 'wrong-number' }),
    ).rejects.toMatchObject({ code: 'call.was-missed' });
    await keepCall(telephone(), await call(4, { callerPhone: '87650009' }));
    expect(await returns()).toEqual([]);
    await keepCall(telephone(), await call(undefined));
    expect(await returns()).toEqual([]);
  });

  it('are listed the latest first, page by page; of missed ones those that are owed a call back', async () => {
    const missed = await keepCall(telephone(), await call(undefined, { callerPhone: '13800000017' }));
    const answered = await keepCall(telephone(), await call(4, { callerPhone: '13800000018', operatorId: 'operator' }));
    const owed = await listCalls(city.as('operator'), { owed: true, limit: 50 });
    expect(owed.items).toMatchObject([{ callId: missed.callId, returning: { status: 'open' } }]);
    const first = await listCalls(city.as('admin'), { line: '12345', limit: 1 });
    expect(first.items).toMatchObject([{ callId: answered.callId, callerPhone: '138****0018' }]);
    expect(first.items[0]).toHaveProperty('operatorName');
    expect(first.items[0]).not.toHaveProperty('returning');
    const second = await listCalls(city.as('admin'), { line: '12345', limit: 1, after: first.next ?? '' });
    expect(second.items).toMatchObject([{ callId: missed.callId, outcome: 'missed' }]);
    await keepCall(telephone(), await call(4, { callerPhone: '13800000017' }));
    expect((await listCalls(city.as('operator'), { owed: true, limit: 50 })).items).toEqual([]);
    const settled = await listCalls(city.as('operator'), { outcome: 'missed', limit: 50 });
    expect(settled.items).toContainEqual(expect.objectContaining({ callId: missed.callId }));
    await expect(listCalls(city.as('water-head'), { limit: 1 })).rejects.toMatchObject({ code: 'access.denied' });
    await expect(listCalls(city.as('operator'), { limit: 1, after: 'x' })).rejects.toMatchObject({
      code: 'list.bad-cursor',
    });
  });

  it('have an answer rate and a connect rate, by line, day and hour', async () => {
    await keepCall(telephone(), await call(15, { line: '122' }));
    await keepCall(telephone(), await call(16, { line: '122' }));
    const report = await countCalls(city.as('mayor'), {});
    const line122 = report.byLine.find(({ line }) => line === '122');
    expect(line122).toMatchObject({ connected: { count: 2, of: 2 }, inTime: { count: 1, of: 2 } });
    expect(report.answerWithinSeconds).toBe(15);
    expect(report.byHour.reduce((sum, { connected }) => sum + connected.of, 0)).toBe(report.connected.of);
    await expect(countCalls(city.as('water-head'), {})).rejects.toMatchObject({ code: 'access.denied' });
  });
});
