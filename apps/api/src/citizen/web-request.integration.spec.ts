import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CITIZEN_LIMITS } from '@hotline/application';
import type { BroughtRequest, Problem, SentCode } from '@hotline/contracts-http';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';
import type { Caller } from '../testing/caller.ts';

const WORDS = { name: '王某', text: '桃园小区三号楼路灯不亮，\n晚上出行不便。', place: '桃园小区三号楼' };
let addresses = 0;
const from = (address = `10.2.${Math.floor((addresses += 1) / 250)}.${addresses % 250}`) => ({
  headers: { 'x-forwarded-for': address },
});

describe('a request that a citizen brings by himself', () => {
  let api: ApiUnderTest;
  let operator: Caller;
  let phones = 0;
  beforeAll(async () => {
    api = await startApiUnderTest({ trustProxy: true });
    operator = await api.as('operator');
  });
  afterAll(() => api.close());

  const freshPhone = (): string => `1380000${String((phones += 1)).padStart(4, '0')}`;
  const bring = (body: object, extra = from()) =>
    api.stranger.post<BroughtRequest & Problem>('public/requests', body, extra);
  async function proved(phone = freshPhone()) {
    const { status, body } = await api.stranger.post<SentCode>('public/phone-codes', { phone }, from());
    expect(status).toBe(200);
    const code = /验证码(\d{6})/.exec(api.sms.at(-1)?.content ?? '')?.[1] ?? '';
    return { codeId: body.codeId, code };
  }
  const countCases = async (): Promise<number> => {
    const [row] = await api.parts.orm.em.fork().execute<{ n: number }[]>('select count(*)::int as n from case_file');
    return row?.n ?? 0;
  };

  it('is a registered case of the web, with a wait for the desk, and told to him by SMS', async () => {
    const phone = freshPhone();
    const where = { coordinates: { latitude: 32.37121, longitude: -120.5568 }, peopleConcerned: 40 };
    const { status, body } = await bring({ ...WORDS, ...where, ...(await proved(phone)) });
    expect([status, Object.keys(body).sort()]).toEqual([201, ['caseNumber', 'registeredAt']]);
    const seen = (await operator.get(`cases/${body.caseNumber}`)).body;
    expect(seen).toMatchObject({
      channel: 'web',
      callerName: '王某',
      callerPhone: `138****${phone.slice(-4)}`,
      title: '桃园小区三号楼路灯不亮， 晚上出行不便。',
      text: WORDS.text,
      ...where,
      kind: 'help',
      stage: 'registered',
      timeline: [{ type: 'CaseRegistered', by: 'citizen', byName: '市民', payload: { reachable: 'in-writing' } }],
    });
    const em = api.parts.orm.em.fork();
    const told = await em.execute(`select kind, address from notice where stream = ?`, [body.caseNumber]);
    expect(told).toEqual([{ kind: 'citizen-accepted', address: phone }]);
    expect(await em.execute('select stream from outbox where stream = ?', [body.caseNumber])).toHaveLength(1);
  });

  it('is one case however often it is sent, also in parallel, and another text under its code is refused', async () => {
    const proof = await proved();
    const before = await countCases();
    const sent = await Promise.all([1, 2, 3].map(() => bring({ ...WORDS, ...proof })));
    expect(new Set(sent.map(({ status, body }) => `${status} ${body.caseNumber}`)).size).toBe(1);
    expect(await countCases()).toBe(before + 1);
    expect(await bring({ ...WORDS, ...proof, text: '另一件事' })).toMatchObject({
      status: 409,
      body: { code: 'external.other-content' },
    });
  });

  it('who asked not to be named is hidden from the units', async () => {
    const { body } = await bring({ ...WORDS, ...(await proved()), confidential: true, kind: 'complaint' });
    const { caseNumber } = body;
    const { revision, confidential, callerName } = (await operator.get(`cases/${caseNumber}`)).body;
    expect([confidential, callerName]).toEqual([true, '王某']);
    const units = [{ unitId: 'water', role: 'lead' }];
    await operator.post(`cases/${caseNumber}/assignments`, { units, quality: '好', feedback: '好' }, { revision });
    const handler = await api.as('water-handler');
    const seen = (await handler.get(`cases/${caseNumber}`)).body;
    expect([seen.callerName, seen.callerPhone]).toEqual([undefined, undefined]);
    expect((await handler.post(`cases/${caseNumber}/phone-reveal`)).status).toBe(403);
  });

  it('needs a right code of its own kind, and a mobile phone', async () => {
    const { codeId, code } = await proved();
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await bring({ ...WORDS, codeId, code: wrong })).toMatchObject({
      status: 422,
      body: { code: 'citizen.wrong-code' },
    });
    const phone = freshPhone();
    const { caseNumber } = await operator.register({ callerPhone: phone });
    const asked = await api.stranger.post<SentCode>(
      'public/case-status/codes',
      { caseNumber, phoneLastFour: phone.slice(-4) },
      from(),
    );
    const other = /验证码(\d{6})/.exec(api.sms.at(-1)?.content ?? '')?.[1];
    expect(await bring({ ...WORDS, codeId: asked.body.codeId, code: other })).toMatchObject({ status: 422 });
    expect(await api.stranger.refused('public/phone-codes', { phone: '0513-87650001' }, from())).toMatchObject({
      status: 422,
      body: { code: 'citizen.not-mobile' },
    });
  });

  it('of nasty words is refused in words, and leaves nothing', async () => {
    const proof = await proved();
    const before = await countCases();
    for (const bad of [
      { text: '' },
      { text: ' \u200b' },
      { text: 'a\0b' },
      { text: '\ud800' },
      { text: '长'.repeat(5_001) },
      { name: '名'.repeat(101) },
      { kind: 'emergency' },
      { channel: 'phone-12345' },
      { urgency: 'emergency' },
      { callerPhone: '110' },
      { confidential: 'yes' },
      { place: {} },
    ]) {
      const { status } = await bring({ ...WORDS, ...proof, ...bad });
      expect([bad, status >= 400 && status < 500]).toEqual([bad, true]);
    }
    expect(await countCases()).toBe(before);
    const kept = `<script>alert(1)</script> '; drop table case_file; -- \u202e😀`;
    const { body } = await bring({ ...WORDS, ...proof, text: kept });
    expect((await operator.get(`cases/${body.caseNumber}`)).body.text).toBe(kept);
  });

  it('is limited by phone, also in parallel', async () => {
    const phone = freshPhone();
    const codes = await Promise.all(
      Array.from({ length: CITIZEN_LIMITS.phone.most + 3 }, () =>
        api.stranger.post<SentCode>('public/phone-codes', { phone }, from()),
      ),
    );
    expect(new Set(codes.map(({ status }) => status))).toEqual(new Set([200]));
    const sent = api.sms.filter(({ to, content }) => to.endsWith(phone.slice(-4)) && content.includes('验证码'));
    expect(sent.filter(({ key }) => codes.some(({ body }) => key.endsWith(body.codeId)))).toHaveLength(3);
    const proof = await proved();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => bring({ ...WORDS, ...proof, text: `第${index}遍` })),
    );
    // One code, five tries.
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});
