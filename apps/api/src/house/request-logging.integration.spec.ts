import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';
import { A_REQUEST } from '../testing/caller.ts';

describe('the log', () => {
  const lines: string[] = [];
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApiUnderTest({ logLevel: 'trace' }, { logTo: { write: (line) => lines.push(line) } });
  });
  afterAll(() => api.close());

  it('says who did what and how it went, and nothing that a citizen said or a person typed', async () => {
    const operator = await api.as('operator');
    const { caseNumber } = await operator.register();
    await operator.post(`cases/${caseNumber}/phone-reveal`);
    await operator.get(`cases?q=${encodeURIComponent(A_REQUEST.title)}`);
    await operator.refused('cases', { ...A_REQUEST, text: `${A_REQUEST.text}\0` });
    await operator.send('POST', 'cases', `{"text":"${A_REQUEST.text}"`);
    await api.stranger.post('session', { username: 'operator', password: 'my-own-secret' });
    await api.stranger.get('me', { headers: { cookie: 'hotline_session=the-token-of-somebody' } });
    const em = api.parts.orm.em.fork();
    await em.execute('alter table case_file rename to case_file_gone');
    expect((await operator.refused('cases', A_REQUEST, { key: 'k' })).status).toBe(500);
    await em.execute('alter table case_file_gone rename to case_file');

    const log = lines.join('');
    expect(log).toContain(`"path":"/api/v1/cases/${caseNumber}/phone-reveal","status":200`);
    expect(log).toContain('"user":"operator"');
    expect(log).toMatch(/"fault":\{"kind":"TableNotFoundException","code":"42P01"/);
    const secrets = [
      A_REQUEST.title,
      A_REQUEST.text,
      A_REQUEST.callerName,
      A_REQUEST.callerPhone,
      'my-own-secret',
      api.password,
      'the-token',
      'Bearer',
    ];
    for (const secret of secrets) expect([secret, log.includes(secret)]).toEqual([secret, false]);
  });
});
