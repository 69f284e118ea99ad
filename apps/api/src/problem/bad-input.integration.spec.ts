import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@hotline/contracts-http';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';
import { A_REQUEST, type Answered, type Caller } from '../testing/caller.ts';

describe('bad input', () => {
  let api: ApiUnderTest;
  let operator: Caller;
  let before: number;

  const casesInAll = async (): Promise<number> =>
    Number((await api.parts.orm.em.fork().execute<{ count: string }[]>('select count(*) from case_file'))[0]?.count);

  beforeAll(async () => {
    api = await startApiUnderTest();
    operator = await api.as('operator');
    before = await casesInAll();
  });
  afterAll(() => api.close());

  /** Status and code of an answer that is a problem in every part. */
  function refusalIn({ status, headers, body }: Answered<Problem>): [number, string] {
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ type: `urn:hotline:problem:${body.code}`, status, title: expect.any(String) });
    expect(body.detail).toMatch(/[一-鿿]/);
    expect(body.detailEn.length).toBeGreaterThan(5);
    return [status, body.code];
  }

  const sendRaw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    operator.send<Problem>('POST', 'cases', body, { headers });

  it.each([
    ['a broken JSON', '{"title":', 'request.not-json'],
    ['no JSON', 'title=x', 'request.not-json'],
    ['a key of the prototype', '{"__proto__":{"role":"mayor"},"title":"x"}', 'request.not-json'],
    ['a deep nest', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'request.too-deep'],
    ['an array', '[]', 'request.invalid'],
    ['null', 'null', 'request.invalid'],
    ['a text', '"x"', 'request.invalid'],
    ['nothing', '', 'request.invalid'],
  ])('%s is a 400', async (_, body, code) => expect(refusalIn(await sendRaw(body))).toEqual([400, code]));

  it('bytes that are no UTF-8 are a 400', async () => {
    expect(refusalIn(await sendRaw(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])))).toEqual([
      400,
      'request.not-utf8',
    ]);
  });

  it('another content type is a 415', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])
      expect(refusalIn(await sendRaw('{}', { 'content-type': type }))).toEqual([415, 'request.media-type']);
  });

  it('each part that is wrong is named, with a code of its own', async () => {
    const body = {
      title: 7,
      kind: 'gossip',
      categoryId: 'a b',
      place: '  ',
      askedAt: '2026-02-30T00:00:00+08:00',
      role: 'mayor',
    };
    const answer = await operator.refused('cases', body);
    expect(refusalIn(answer)).toEqual([400, 'request.invalid']);
    const codes = Object.fromEntries(answer.body.errors?.map(({ path, code }) => [path, code]) ?? []);
    expect(codes).toEqual({
      title: 'field.wrong-type',
      text: 'field.missing',
      kind: 'field.not-allowed',
      categoryId: 'field.wrong-format',
      place: 'text.empty',
      askedAt: 'field.wrong-format',
      role: 'field.unknown',
    });
    expect(answer.body.errors?.every(({ message }) => /[一-鿿]/.test(message))).toBe(true);
  });

  it.each([
    ['NUL', '{"text":"a\\u0000b"}', 'text.not-storable'],
    ['a lone high surrogate', '{"text":"\\ud83d"}', 'text.not-storable'],
    ['a lone low surrogate', '{"text":"x\\udca7x"}', 'text.not-storable'],
    ['a text of 20,001 characters', `{"text":"${'长'.repeat(20_001)}"}`, 'text.too-long'],
    ['a text of a million bytes', `{"text":"${'x'.repeat(1_000_000)}"}`, 'text.too-long'],
    ['a title of 201 emoji', `{"title":"${'💧'.repeat(201)}"}`, 'text.too-long'],
  ])('%s is a 422', async (_, part, code) => {
    expect(refusalIn(await operator.refused('cases', { ...A_REQUEST, ...(JSON.parse(part) as object) }))).toEqual([
      422,
      code,
    ]);
  });

  it('a body of more than a megabyte is a 413', async () => {
    expect(refusalIn(await operator.refused('cases', { ...A_REQUEST, text: 'x'.repeat(1_100_000) }))).toEqual([
      413,
      'request.too-large',
    ]);
  });

  it('a time that no calendar has, or that nobody means, is refused', async () => {
    for (const askedAt of [
      'yesterday',
      '2026-01-05',
      '2026-01-05T09:00',
      '2026-01-05T09:00:00',
      '2026-13-01T00:00:00Z',
      '2026-01-05T25:00:00Z',
      1_767_574_800,
    ])
      expect([askedAt, (await operator.refused('cases', { ...A_REQUEST, askedAt })).status]).toEqual([askedAt, 400]);
    for (const askedAt of ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59-14:00'])
      expect((await operator.refused('cases', { ...A_REQUEST, askedAt })).body.errors).toMatchObject([
        { path: 'askedAt', code: 'instant.out-of-range' },
      ]);
  });

  it('what does not exist is a 404', async () => {
    for (const path of [
      '/api/v1/nothing',
      '/api',
      '/api/',
      '/api/v1/cases/1/2/3',
      '/nothing.js',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
    ])
      expect(refusalIn(await operator.get<Problem>(path))).toEqual([404, 'request.not-found']);
    expect(refusalIn(await operator.send<Problem>('PUT', 'nothing', '{}'))).toEqual([404, 'request.not-found']);
    expect(refusalIn(await operator.get<Problem>('cases/209901010001'))).toEqual([404, 'case.not-found']);
    expect(refusalIn(await operator.get<Problem>('meetings/209901010001-meeting-1'))).toEqual([
      404,
      'meeting.not-found',
    ]);
    expect(refusalIn(await operator.get<Problem>('special-reports/209901010001-report-1'))).toEqual([
      404,
      'report.not-found',
    ]);
    expect(refusalIn(await operator.refused('tasks/00000000-0000-4000-8000-000000000000/taking', {}))).toEqual([
      404,
      'task.not-found',
    ]);
    expect(refusalIn(await operator.refused('notices/00000000-0000-4000-8000-000000000000/reading', {}))).toEqual([
      404,
      'notice.not-found',
    ]);
  });

  it.each([
    ['PUT', 'cases', 'GET, HEAD, POST'],
    ['DELETE', 'cases/209901010001', 'GET, HEAD'],
    ['GET', 'cases/209901010001/closing', 'POST'],
    ['PATCH', 'session', 'POST, DELETE'],
    ['POST', '/healthz', 'GET, HEAD'],
  ])('%s of %s is a 405 that names what the address takes', async (method, path, allowed) => {
    const answer = await operator.send<Problem>(method, path, method === 'GET' ? undefined : '{}');
    expect(refusalIn(answer)).toEqual([405, 'request.method-not-allowed']);
    expect(answer.headers.get('allow')?.split(', ').toSorted()).toEqual(allowed.split(', ').toSorted());
  });

  it('an odd address is a 4xx', async () => {
    const odd = [
      'cases/abc',
      'cases/%00',
      `cases/${'9'.repeat(300)}`,
      'cases/%E4%BD%A0',
      "cases/1'%20or%201=1",
      'tasks?queue=x',
      'tasks?after=1_2',
      'notices?after=%00',
      'cases?q=%00',
      'meetings?after=%00',
    ];
    for (const path of odd) {
      const answer = await operator.get<Problem>(path);
      expect([path, answer.status >= 400 && answer.status < 500, answer.body.code]).toEqual([
        path,
        true,
        expect.any(String),
      ]);
    }
    expect(refusalIn(await operator.get<Problem>('cases/%ff'))).toEqual([400, 'request.malformed']);
    expect(refusalIn(await operator.refused('tasks/not-an-id/taking', {}))).toEqual([400, 'request.invalid']);
    for (const text of ['%', '_', String.raw`\ `, "'", '"; drop table case_file;--'])
      expect((await operator.get(`cases?q=${encodeURIComponent(text)}`)).status).toBe(200);
  });

  it('what is not HTTP is answered as a problem, too', async () => {
    const answers = [
      await talk('nonsense\r\n\r\n'),
      await talk(`GET /api/v1/me HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`),
    ];
    expect(answers[0]).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"code":"request\.malformed"/);
    expect(answers[1]).toMatch(/^HTTP\/1\.1 431 [^]*application\/problem\+json[^]*"code":"request\.headers-too-large"/);
  });

  it('leaves nothing behind', async () => {
    expect(await casesInAll()).toBe(before);
  });

  function talk(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(text));
      let heard = '';
      socket.on('data', (bytes) => (heard += bytes.toString()));
      socket.on('close', () => resolve(heard));
      socket.on('error', reject);
    });
  }
});
