import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acknowledgeAssignment,
  answerDirectly,
  assignCase,
  databaseClock,
  getCase,
  recordUrgingCall,
  registerCase,
  verifyLedger,
  type CaseView,
} from '@hotline/application';
import { REQUEST, sowSmallCity, type SmallCity } from './small-city.ts';

const WORDS = { quality: '恢复供水', feedback: '答复市民并反馈' };
const LEAD = [{ unitId: 'water', role: 'lead' }] as const;

describe('two at once', () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
  });
  afterAll(() => city.close());

  const registered = (): Promise<CaseView> => registerCase(city.as('operator'), REQUEST);
  const count = async (sql: string, ...values: string[]): Promise<number> => {
    const [row] = await city.orm.em.fork().execute<{ count: number }[]>(`select count(*)::int as count ${sql}`, values);
    return row?.count ?? -1;
  };

  it('register more cases than the pool has connections, each under a number of its own', async () => {
    const views = await Promise.all(Array.from({ length: 40 }, registered));
    const numbers = new Set(views.map(({ caseNumber }) => caseNumber));
    expect(numbers.size).toBe(40);
    for (const number of numbers) expect(number).toMatch(/^\d{12}$/);
  });

  it('under one key make one case and get one answer; a replay reads no clock', async () => {
    const idempotency = { key: 'once', digest: 'the same' };
    const before = await count('from case_file');
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => registerCase(city.as('operator', { idempotency }), REQUEST)),
    );
    expect(new Set(answers.map(({ caseNumber }) => caseNumber)).size).toBe(1);
    expect(await count('from case_file')).toBe(before + 1);
    const clock = { now: () => Promise.reject(new Error('a replay reads no clock')) };
    const replay = await registerCase(city.as('operator', { idempotency, clock }), REQUEST);
    expect(replay).toEqual(answers[0]);
    const other = registerCase(city.as('operator', { idempotency: { key: 'once', digest: 'another' } }), REQUEST);
    await expect(other).rejects.toMatchObject({ code: 'idempotency.other-body' });
  });

  it('leave a key free where the first try was refused', async () => {
    const { caseNumber } = await registered();
    const context = city.as('operator', { idempotency: { key: 'again', digest: 'd' } });
    const unknown = assignCase(context, { caseNumber, units: [{ unitId: 'nobody', role: 'lead' }], ...WORDS });
    await expect(unknown).rejects.toMatchObject({ code: 'unit.unknown' });
    await expect(assignCase(context, { caseNumber, units: LEAD, ...WORDS })).resolves.toMatchObject({
      stage: 'assigned',
    });
  });

  it('change one case: one wins, the other is told the present state', async () => {
    const { caseNumber, revision } = await registered();
    const context = city.as('operator', { expectedRevision: revision });
    const tries = await Promise.allSettled([
      answerDirectly(context, { caseNumber, text: '已答复' }),
      assignCase(context, { caseNumber, units: LEAD, ...WORDS }),
    ]);
    const won = tries.find(({ status }) => status === 'fulfilled');
    const lost = tries.find((one) => one.status === 'rejected');
    expect([won?.status, lost?.reason]).toMatchObject(['fulfilled', { code: 'case.stale' }]);
    const { timeline: _, ...present } = await getCase(city.as('operator'), { caseNumber });
    expect(lost?.reason).toMatchObject({ details: { present } });
  });

  it('never half a write: a step that fails at last takes everything back', async () => {
    const { caseNumber } = await registered();
    const before = await getCase(city.as('operator'), { caseNumber });
    const units = [...LEAD, { unitId: 'no-such-unit', role: 'co' as const }];
    const half = assignCase(city.as('operator'), { caseNumber, units, ...WORDS });
    await expect(half).rejects.toMatchObject({ code: 'unit.unknown' });

    const em = city.orm.em.fork();
    await em.execute(
      `create function fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    );
    await em.execute('create trigger fail before insert on notice for each row execute function fail()');
    const texts = await count('from text');
    const failing = assignCase(city.as('operator'), { caseNumber, units: LEAD, ...WORDS });
    await expect(failing).rejects.toThrow('no');
    await em.execute('drop trigger fail on notice');
    expect(await getCase(city.as('operator'), { caseNumber })).toEqual(before);
    expect([await count('from text'), await count('from assignment where case_number = ?', caseNumber)]).toEqual([
      texts,
      0,
    ]);
  });

  it('keep a person and a unit from waiting for each other for ever', async () => {
    const { caseNumber } = await registered();
    await assignCase(city.as('operator'), { caseNumber, units: LEAD, ...WORDS });
    const calls = Array.from({ length: 8 }, () =>
      recordUrgingCall(city.as('operator'), { caseNumber, assignmentId: 'a1', text: '已电话催办' }),
    );
    const acknowledged = acknowledgeAssignment(city.as('water-handler'), { caseNumber, assignmentId: 'a1' });
    await Promise.all([...calls, acknowledged]);
    const { timeline, revision } = await getCase(city.as('operator'), { caseNumber });
    expect([timeline.length, revision]).toEqual([11, 11]);
  });

  it('refuse what no database can hold, and keep everything else to the letter', async () => {
    for (const text of ['a\0b', '\ud800', 'x\udc00'])
      await expect(registerCase(city.as('operator'), { ...REQUEST, text })).rejects.toMatchObject({
        code: 'text.not-storable',
      });
    const { caseNumber } = await registered();
    const lone = answerDirectly(city.as('operator'), { caseNumber, text: '\udfff' });
    await expect(lone).rejects.toMatchObject({ code: 'text.not-storable' });
    const rare = '𠮷𪚥龘 👩‍👩‍👧‍👦 e\u0301 \u202e"\\ \n\t';
    const view = await registerCase(city.as('operator'), { ...REQUEST, text: rare, title: rare });
    expect([view.text, view.title]).toEqual([rare, rare]);
  });

  it('leave a ledger that holds', async () => {
    await expect(verifyLedger(city.as('admin'))).resolves.toMatchObject({ faults: [] });
  });
});
