import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, Session } from '@hotline/contracts-http';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';
import { A_REQUEST } from '../testing/caller.ts';

describe('a session', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApiUnderTest({ cookieSecure: true });
  });
  afterAll(() => api.close());

  const logIn = (username: string, password: string, headers: Record<string, string> = {}) =>
    api.stranger.post<Session & Problem>('session', { username, password }, { headers });

  it('is needed for every operation but the log-in', async () => {
    for (const path of ['me', 'cases', 'tasks', 'units', 'events', 'special-reports/1-report-1']) {
      const answer = await api.stranger.get<Problem>(path);
      expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'session.missing']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect(await api.stranger.refused('cases', A_REQUEST)).toMatchObject({ status: 401 });
    for (const authorization of ['Bearer nobodys-token-at-all', 'Bearer x', 'Basic b3A6b3A=', 'nonsense', '']) {
      const answer = await api.stranger.get<Problem>('me', { headers: { authorization } });
      expect([authorization, answer.status]).toEqual([authorization, 401]);
    }
  });

  it('of a browser is a cookie that no script reads, no other site sends, and no plain connection carries', async () => {
    const { status, headers, body } = await logIn('operator', api.password);
    expect(status).toBe(201);
    expect(body).toEqual({
      user: { id: 'operator', username: 'operator', name: 'operator', role: 'operator' },
      expiresAt: expect.any(String),
    });
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^hotline_session=[\w-]{40,}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const own = { cookie: cookie.split(';')[0] ?? '' };
    expect(await api.stranger.get('me', { headers: own })).toMatchObject({
      status: 200,
      body: { username: 'operator' },
    });

    const left = await api.stranger.send('DELETE', 'session', undefined, { headers: own });
    expect(left.status).toBe(204);
    expect(left.headers.get('set-cookie')).toMatch(/^hotline_session=;.*Expires=Thu, 01 Jan 1970/);
    expect(await api.stranger.get('me', { headers: own })).toMatchObject({
      status: 401,
      body: { code: 'session.expired' },
    });
  });

  it('does not let another site act with the browser’s cookie', async () => {
    const cookie = (await logIn('operator', api.password)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const act = async (headers: Record<string, string>) =>
      (await api.stranger.post('cases', A_REQUEST, { headers: { cookie, ...headers } })).status;
    expect(await act({ 'sec-fetch-site': 'same-origin' })).toBe(201);
    expect(await act({ origin: 'http://hotline.test' })).toBe(201);
    expect(await act({ origin: api.url })).toBe(201);
    expect(await act({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await act({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await act({ origin: 'https://evil.example' })).toBe(403);
    expect(await act({ origin: 'null' })).toBe(403);
    expect((await logIn('operator', api.password, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('of the telephone system brings calls, and does nothing else', async () => {
    const telephone = await api.as('telephone');
    const [rangAt, endedAt] = [120_000, 60_000].map((ago) => new Date(Date.now() - ago).toISOString());
    const call = { callId: 'pbx-1', line: '12345', rangAt, answeredAt: rangAt, endedAt, recording: 'pbx-1.wav' };
    expect((await telephone.post('calls', call)).status).toBe(201);
    expect((await telephone.get('me')).body).toMatchObject({ role: 'telephone-system' });
    const refused = { status: 403, body: { code: 'access.denied' } };
    for (const path of [
      'cases',
      'tasks',
      'users',
      'units',
      'notices',
      'calls/pbx-1',
      'knowledge/articles',
      'events',
      'rooms',
    ])
      expect([path, (await telephone.get(path)).status]).toEqual([path, 403]);
    expect(await telephone.refused('cases', A_REQUEST)).toMatchObject(refused);
    expect(await (await api.as('administrator')).refused('calls', call)).toMatchObject(refused);
  });

  it('is refused in the same words for a wrong password and an unknown name', async () => {
    const wrong = await logIn('mayor', 'not it');
    const unknown = await logIn('nobody-at-all', 'not it');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'login.wrong' } });
    expect(unknown.body).toEqual(wrong.body);
    expect(await logIn('a\0b', 'x')).toMatchObject({ status: 422, body: { code: 'text.not-storable' } });
    expect(await logIn('\ud800', 'x')).toMatchObject({ status: 422, body: { code: 'text.not-storable' } });
  });

  it('is not to be guessed: attempts are limited, also when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => logIn('director', 'guess')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    const limited = answers.find(({ status }) => status === 429);
    expect(limited?.body.code).toBe('login.too-many');
    expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await logIn('director', api.password)).status).toBe(429);
    expect((await logIn('supervisor', api.password)).status).toBe(201);
  });
});
