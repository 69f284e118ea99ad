import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CITIZEN_LIMITS } from '@hotline/application';
import type { CitizenCase, Problem, SentCode } from '@hotline/contracts-http';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';
import type { Caller } from '../testing/caller.ts';

const CODES = 'public/case-status/codes';
const STATUS = 'public/case-status';
let addresses = 0;
/** Each request from a house of its own, unless a test says which. */
const from = (address = `10.1.${Math.floor((addresses += 1) / 250)}.${addresses % 250}`) => ({
  headers: { 'x-forwarded-for': address },
});

describe('a citizen who asks after his case', () => {
  let api: ApiUnderTest;
  let operator: Caller;
  let phones = 0;
  beforeAll(async () => {
    api = await startApiUnderTest({ trustProxy: true });
    operator = await api.as('operator');
  });
  afterAll(() => api.close());

  const em = () => api.parts.orm.em.fork();
  const freshPhone = (): string => `1370000${String((phones += 1)).padStart(4, '0')}`;
  const codes = (): string[] => api.sms.flatMap(({ content }) => /验证码(\d{6})/.exec(content)?.slice(1) ?? []);
  const ask = (caseNumber: string, phoneLastFour: string, extra = from()) =>
    api.stranger.post<SentCode & Problem>(CODES, { caseNumber, phoneLastFour }, extra);
  const see = (codeId: string, code: string, extra = from()) =>
    api.stranger.post<CitizenCase & Problem>(STATUS, { codeId, code }, extra);

  async function asked(caseNumber: string, phone: string) {
    const { body } = await ask(caseNumber, phone.slice(-4));
    return { codeId: body.codeId, code: codes().at(-1) ?? '' };
  }

  it('sees where it stands, who has it and until when, with the code from his phone, once; access is logged', async () => {
    const phone = freshPhone();
    const { caseNumber, revision } = await operator.register({ callerPhone: phone });
    const units = [{ unitId: 'water', role: 'lead' }];
    await operator.post(
      `cases/${caseNumber}/assignments`,
      { units, quality: '内部要求', feedback: '内部' },
      { revision },
    );
    const { codeId, code } = await asked(caseNumber, phone);
    const { status, body } = await see(codeId, code);
    expect(status).toBe(200);
    expect(body).toEqual({
      caseNumber,
      title: expect.any(String),
      registeredAt: expect.any(String),
      stage: 'assigned',
      stageWords: '承办单位正在办理',
      merged: false,
      units: [{ unitName: '水务局', lead: true, dueAt: expect.any(String) }],
      answers: [],
    });
    expect(await see(codeId, code)).toMatchObject({ status: 422, body: { code: 'citizen.wrong-code' } });
    const log = await em().execute(`select user_id, what from access_log where case_number = ? order by at`, [
      caseNumber,
    ]);
    expect(log).toEqual([
      { user_id: null, what: 'own-case-code' },
      { user_id: null, what: 'own-case' },
    ]);
    const [row] = await em().execute<{ digest: string }[]>('select * from citizen_code where id = ?', [codeId]);
    expect(JSON.stringify(row)).not.toContain(code);
  });

  it('reads what the desk answered, or why it is not for 12345', async () => {
    const phone = freshPhone();
    const answered = await operator.register({ callerPhone: phone });
    await operator.post(`cases/${answered.caseNumber}/direct-answer`, { text: '明早八点恢复供水。' }, answered);
    const declined = await operator.register({ callerPhone: phone });
    const reason = { reason: 'litigation', text: '已在法院审理，请向法院反映。' };
    await operator.post(`cases/${declined.caseNumber}/declining`, reason, declined);
    const first = await asked(answered.caseNumber, phone);
    expect((await see(first.codeId, first.code)).body).toMatchObject({
      stage: 'closed',
      answers: [{ text: '明早八点恢复供水。' }],
    });
    const second = await asked(declined.caseNumber, phone);
    expect((await see(second.codeId, second.code)).body).toMatchObject({
      stage: 'declined',
      answers: [{ declinedFor: 'litigation', text: '已在法院审理，请向法院反映。' }],
    });
  });

  it('reads a unit’s answer only once the center has accepted it, and of a merged case no other’s words', async () => {
    const [phone, other] = [freshPhone(), freshPhone()];
    const lead = await operator.register({ callerPhone: phone });
    const merged = await operator.register({ callerPhone: other });
    const { caseNumber } = lead;
    const merging = { leadCaseNumber: caseNumber, text: '同一处' };
    await operator.post(`cases/${merged.caseNumber}/merging`, merging, { revision: merged.revision });
    const revision = async () => (await operator.get(`cases/${caseNumber}`)).body.revision;
    const units = [{ unitId: 'water', role: 'lead' }];
    await operator.post(
      `cases/${caseNumber}/assignments`,
      { units, quality: '好', feedback: '好' },
      { revision: await revision() },
    );
    const handler = await api.as('water-handler');
    await handler.post(`cases/${caseNumber}/assignments/a1/acknowledgement`, {}, { revision: await revision() });
    const contact = { contactedAt: new Date().toISOString(), contactMethod: 'phone' };
    const feedback = { outcome: 'solved', text: '已疏通，王某表示满意', ...contact };
    const fed = await handler.post(`cases/${caseNumber}/assignments/a1/feedback`, feedback, {
      revision: await revision(),
    });
    expect(fed.status).toBe(200);
    const before = await asked(caseNumber, phone);
    expect((await see(before.codeId, before.code)).body.answers).toEqual([]);
    await operator.post(
      `cases/${caseNumber}/assignments/a1/review`,
      { accepted: true },
      { revision: await revision() },
    );
    const after = await asked(caseNumber, phone);
    expect((await see(after.codeId, after.code)).body).toMatchObject({
      stage: 'completed',
      answers: [{ unitName: '水务局', outcome: 'solved', text: '已疏通，王某表示满意' }],
    });
    const his = await asked(merged.caseNumber, other);
    const { body } = await see(his.codeId, his.code);
    expect(body).toMatchObject({ caseNumber: merged.caseNumber, merged: true, stage: 'completed' });
    expect(body.answers).toEqual([{ at: expect.any(String), unitName: '水务局', outcome: 'solved' }]);
  });

  it('cannot tell a case or a number that is not there from one that is', async () => {
    const phone = freshPhone();
    const { caseNumber } = await operator.register({ callerPhone: phone });
    const fixed = await operator.register({ callerPhone: '0513-87650001' });
    const sent = codes().length;
    const shape = ({ status, body }: { status: number; body: object }) => [status, Object.keys(body).sort()];
    const right = shape(await ask(caseNumber, phone.slice(-4)));
    for (const [number, lastFour] of [
      [caseNumber, '9999'],
      ['202601019999', phone.slice(-4)],
      [fixed.caseNumber, '0001'],
    ] as const) {
      const wrong = await ask(number, lastFour);
      expect(shape(wrong)).toEqual(right);
      expect(await see(wrong.body.codeId, '000000')).toMatchObject({
        status: 422,
        body: { code: 'citizen.wrong-code' },
      });
    }
    expect(codes()).toHaveLength(sent + 1);
    // In comparable time: medians of many, in turn.
    const times: Record<string, number[]> = { there: [], absent: [] };
    for (let turn = 0; turn < 40; turn += 1)
      for (const [name, number] of [
        ['there', caseNumber],
        ['absent', '202601019998'],
      ] as const) {
        const begin = performance.now();
        await ask(number, turn < 2 ? phone.slice(-4) : '8888');
        times[name]?.push(performance.now() - begin);
      }
    const median = (all: number[] = []): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
    expect(median(times['there']) / median(times['absent'])).toBeGreaterThan(0.4);
    expect(median(times['there']) / median(times['absent'])).toBeLessThan(2.5);
  });

  it('has five tries of a code, also in parallel, and ten minutes', async () => {
    const phone = freshPhone();
    const { caseNumber } = await operator.register({ callerPhone: phone });
    const { codeId, code } = await asked(caseNumber, phone);
    const wrong = code === '111111' ? '222222' : '111111';
    const tries = await Promise.all(Array.from({ length: 12 }, () => see(codeId, wrong)));
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([422]));
    expect((await see(codeId, code)).status).toBe(422);
    const late = await asked(caseNumber, phone);
    await em().execute(`update citizen_code set expires_at = expires_at - interval '10 minutes' where id = ?`, [
      late.codeId,
    ]);
    expect((await see(late.codeId, late.code)).status).toBe(422);
    const once = await asked(caseNumber, phone);
    const both = await Promise.all([see(once.codeId, once.code), see(once.codeId, once.code)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 422]));
  });

  it('is limited by case and address in words, and by phone in silence; also in parallel', async () => {
    const phone = freshPhone();
    const { caseNumber } = await operator.register({ callerPhone: phone });
    const sent = codes().length;
    const { most } = CITIZEN_LIMITS.caseFromAddress;
    const house = from('10.9.9.9');
    const answers = await Promise.all(Array.from({ length: most + 4 }, () => ask(caseNumber, phone.slice(-4), house)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(most);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body.code).toBe('citizen.too-many');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    // His own try from elsewhere is answered, though the phone gets no more.
    expect((await ask(caseNumber, phone.slice(-4))).status).toBe(200);
    expect(codes().length - sent).toBe(CITIZEN_LIMITS.phone.most);

    const crowd = from('10.9.9.8');
    const many = await Promise.all(
      Array.from({ length: CITIZEN_LIMITS.address.most + 3 }, (_, index) =>
        ask(`20260101${String(index).padStart(4, '0')}`, '1234', crowd),
      ),
    );
    expect(many.filter(({ status }) => status === 429)).toHaveLength(3);
    const guesses = await Promise.all(
      Array.from({ length: CITIZEN_LIMITS.triesFromAddress.most + 2 }, () =>
        see('00000000-0000-0000-0000-000000000000', '123456', crowd),
      ),
    );
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(2);
  });
});
