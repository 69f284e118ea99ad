import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ATTACHMENT_LIMITS } from '@hotline/application';
import type { BroughtRequest, Case, Problem, SentCode } from '@hotline/contracts-http';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';
import type { Caller } from '../testing/caller.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(62), Buffer.from('PE\0\0')]);
const SVG = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const OCTETS = 'application/octet-stream';

describe('files of a case', () => {
  let api: ApiUnderTest;
  let operator: Caller;
  beforeAll(async () => {
    api = await startApiUnderTest({ trustProxy: true });
    operator = await api.as('operator');
  });
  afterAll(() => api.close());

  const add = (
    by: Caller,
    { caseNumber, revision }: Pick<Case, 'caseNumber' | 'revision'>,
    bytes: Uint8Array,
    { name = '现场.png', type = OCTETS, key }: { name?: string; type?: string; key?: string } = {},
  ) =>
    by.send<Case & Problem>(
      'POST',
      `cases/${caseNumber}/attachments?name=${encodeURIComponent(name)}`,
      new Uint8Array(bytes),
      { revision, headers: { 'content-type': type }, ...(key ? { key } : {}) },
    );
  const viewAs = async (by: Caller, caseNumber: string) => (await by.get(`cases/${caseNumber}`)).body;
  const addressOf = ({ caseNumber, attachments }: Case): string =>
    `cases/${caseNumber}/attachments/${attachments[0]?.attachmentId}`;

  it('are kept as they came, listed, named in the ledger by digest alone, and handed out so that nothing in them acts', async () => {
    const registered = await operator.register();
    const { status, body } = await add(operator, registered, PNG, { name: '现场 "1";.png' });
    const sha256 = createHash('sha256').update(PNG).digest('hex');
    expect([status, body.attachments]).toEqual([
      201,
      [
        {
          attachmentId: expect.any(String),
          name: '现场 "1";.png',
          mediaType: 'image/png',
          size: PNG.byteLength,
          sha256,
          addedAt: expect.any(String),
        },
      ],
    ]);
    expect(body.timeline.at(-1)).toMatchObject({ type: 'AttachmentAdded', payload: { sha256 }, texts: {} });
    const [event] = await api.parts.orm.em
      .fork()
      .execute<{ canonical: string }[]>(`select canonical from event where stream = ? and type = 'AttachmentAdded'`, [
        registered.caseNumber,
      ]);
    expect(event?.canonical).not.toContain('现场');
    const file = await operator.file(addressOf(body));
    expect(Buffer.from(file.body).equals(PNG)).toBe(true);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': OCTETS,
      'content-length': String(PNG.byteLength),
      'content-disposition': `attachment; filename="attachment"; filename*=UTF-8''${encodeURIComponent('现场 "1";.png')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
  });

  it('are judged by their content, whatever they are called or said to be', async () => {
    let seen: Case = await operator.register();
    for (const [bytes, name, mediaType] of [
      [PDF, 'a.exe', 'application/pdf'],
      [Buffer.from('现场说明'), 'a.html', 'text/plain'],
      [Buffer.from('<script>alert(1)</script>'), 'b.html', 'text/plain'],
    ] as const) {
      const { status, body } = await add(operator, seen, bytes, { name });
      expect([name, status, body.attachments.at(-1)?.mediaType]).toEqual([name, 201, mediaType]);
      seen = body;
    }
    const page = await operator.file(`cases/${seen.caseNumber}/attachments/${seen.attachments[2]?.attachmentId}`);
    expect(page.headers.get('content-type')).toBe(OCTETS);
    for (const [bytes, status, code] of [
      [EXE, 422, 'attachment.type-not-allowed'],
      [SVG, 422, 'attachment.type-not-allowed'],
      [Buffer.from([0, 1, 2, 3]), 422, 'attachment.type-not-allowed'],
      [Buffer.alloc(0), 422, 'attachment.empty'],
      [Buffer.alloc(ATTACHMENT_LIMITS.bytes + 1, 'a'), 413, 'attachment.too-large'],
      [Buffer.alloc(ATTACHMENT_LIMITS.bytes + 2_000_000, 'a'), 413, 'request.too-large'],
    ] as const)
      expect(await add(operator, seen, bytes, { name: 'a.png' })).toMatchObject({ status, body: { code } });
    const whole = await add(operator, seen, Buffer.alloc(ATTACHMENT_LIMITS.bytes, 'a'), { name: 'whole.txt' });
    expect(whole.status).toBe(201);
  });

  it('are refused under a bad name, a wrong type, no session, a stale view; bytes go nowhere else', async () => {
    const seen = await operator.register();
    for (const name of ['', ' ', 'a\nb', 'a\0b', '长'.repeat(256)])
      expect([name, (await add(operator, seen, PNG, { name })).status >= 400]).toEqual([name, true]);
    expect((await add(operator, seen, PNG, { type: 'image/png' })).status).toBe(415);
    expect((await add(api.stranger, seen, PNG)).status).toBe(401);
    expect((await add(operator, { ...seen, revision: seen.revision + 7 }, PNG)).status).toBe(412);
    const elsewhere = await operator.send('POST', 'cases', new Uint8Array(PNG), {
      headers: { 'content-type': OCTETS },
    });
    expect(elsewhere.status).toBe(415);
    expect((await viewAs(operator, seen.caseNumber)).attachments).toEqual([]);
  });

  it('are added once under one key', async () => {
    const seen = await operator.register();
    const first = await add(operator, seen, PNG, { key: 'file-1' });
    const again = await add(operator, seen, PNG, { key: 'file-1' });
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect((await add(operator, seen, PDF, { key: 'file-1' })).body.code).toBe('idempotency.other-body');
    expect((await viewAs(operator, seen.caseNumber)).attachments).toHaveLength(1);
  });

  it('are seen as the case is: the citizen’s by its units, a unit’s by that unit and the center', async () => {
    const registered = await operator.register();
    const { body: withFile } = await add(operator, registered, PNG);
    const units = [
      { unitId: 'water', role: 'lead' },
      { unitId: 'power', role: 'co' },
    ];
    const demands = { units, quality: '好', feedback: '好' };
    const { body: assigned } = await operator.post(`cases/${registered.caseNumber}/assignments`, demands, withFile);
    const [water, power] = [await api.as('water-handler'), await api.as('power-handler')];
    const { body: own } = await add(water, assigned, PDF, { name: '处理报告.pdf' });
    expect(own.attachments.map(({ name }) => name)).toEqual(['现场.png', '处理报告.pdf']);
    expect((await viewAs(power, registered.caseNumber)).attachments.map(({ name }) => name)).toEqual(['现场.png']);
    const hidden = `cases/${registered.caseNumber}/attachments/${own.attachments[1]?.attachmentId}`;
    expect((await power.get<Problem>(hidden)).body.code).toBe('attachment.not-found');
    expect((await power.file(addressOf(own))).status).toBe(200);
    const other = await operator.register();
    expect((await water.get<Problem>(addressOf({ ...own, caseNumber: other.caseNumber }))).body.code).toBe(
      'case.not-found',
    );
    const strange = `cases/${other.caseNumber}/attachments/${own.attachments[0]?.attachmentId}`;
    expect((await operator.get<Problem>(strange)).body.code).toBe('attachment.not-found');
  });

  it('of a whistle-blower are for the center alone, and each look is logged', async () => {
    const registered = await operator.register({ kind: 'violation-report' });
    const { body: withFile } = await add(operator, registered, PNG);
    const units = [{ unitId: 'water', role: 'lead' }];
    await operator.post(
      `cases/${registered.caseNumber}/assignments`,
      { units, quality: '好', feedback: '好' },
      withFile,
    );
    for (const who of ['water-handler', 'mayor', 'deputy']) {
      const person = await api.as(who);
      const seen = await viewAs(person, registered.caseNumber);
      expect([who, seen.attachments]).toEqual([who, []]);
      expect((await person.get<Problem>(addressOf(withFile))).status).toBe(404);
    }
    const handler = await viewAs(await api.as('water-handler'), registered.caseNumber);
    expect(handler.timeline.map(({ type }) => type)).not.toContain('AttachmentAdded');
    expect((await operator.file(addressOf(withFile))).status).toBe(200);
    const log = await api.parts.orm.em
      .fork()
      .execute('select user_id, what from access_log where case_number = ?', [registered.caseNumber]);
    expect(log).toEqual([{ user_id: 'operator', what: `attachment ${withFile.attachments[0]?.attachmentId}` }]);
  });

  it('come with a request of the web, with its code, five at most', async () => {
    const ask = { headers: { 'x-forwarded-for': '10.3.0.1' } };
    const { body: sent } = await api.stranger.post<SentCode>('public/phone-codes', { phone: '13700009999' }, ask);
    const code = /验证码(\d{6})/.exec(api.sms.at(-1)?.content ?? '')?.[1] ?? '';
    const bring = (bytes: Uint8Array, given = code) =>
      api.stranger.send<Problem & { attachments: number }>(
        'POST',
        `public/attachments?codeId=${sent.codeId}&code=${given}&name=a.png`,
        new Uint8Array(bytes),
        { headers: { 'content-type': OCTETS } },
      );
    expect((await bring(PNG)).body.code).toBe('citizen.wrong-code');
    const request = { codeId: sent.codeId, code, name: '王某', text: '路灯不亮' };
    const { body } = await api.stranger.post<BroughtRequest>('public/requests', request);
    expect((await bring(PNG, code === '000000' ? '000001' : '000000')).body.code).toBe('citizen.wrong-code');
    expect((await bring(EXE)).body.code).toBe('attachment.type-not-allowed');
    for (const count of [1, 2, 3, 4, 5]) expect((await bring(PNG)).body.attachments).toBe(count);
    expect((await bring(PNG)).body.code).toBe('attachment.too-many');
    expect((await viewAs(operator, body.caseNumber)).attachments).toHaveLength(5);
    const stored = 'select count(*)::int as n from attachment_content where sha256 = ?';
    const digest = createHash('sha256').update(PNG).digest('hex');
    expect(await api.parts.orm.em.fork().execute(stored, [digest])).toEqual([{ n: 1 }]);
  });
});
