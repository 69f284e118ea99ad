import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';
import { A_REQUEST, type Caller } from '../testing/caller.ts';

describe('an Idempotency-Key', () => {
  let api: ApiUnderTest;
  let operator: Caller;

  beforeAll(async () => {
    api = await startApiUnderTest();
    operator = await api.as('operator');
  });
  afterAll(() => api.close());

  const casesTitled = async (title: string): Promise<number> =>
    (await operator.get<{ items: unknown[] }>(`cases?q=${encodeURIComponent(title)}`)).body.items.length;

  it('makes one case of a request sent twice, with the same answer', async () => {
    const key = randomUUID();
    const body = { ...A_REQUEST, title: '一次两次' };
    const first = await operator.post('cases', body, { key });
    const second = await operator.post('cases', body, { key });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    for (const header of ['etag', 'location', 'content-type'])
      expect(second.headers.get(header)).toBe(first.headers.get(header));
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await casesTitled('一次两次')).toBe(1);
  });

  it('makes one case of ten requests at once', async () => {
    const key = randomUUID();
    const body = { ...A_REQUEST, title: '十次同时' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => operator.post('cases', body, { key })));
    expect(new Set(answers.map(({ body: { caseNumber } }) => caseNumber)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(9);
    expect(await casesTitled('十次同时')).toBe(1);
  });

  it('is refused for another body, another path and another revision', async () => {
    const key = randomUUID();
    const { caseNumber, revision } = await operator.register({}, { key });
    const other = [
      await operator.refused('cases', { ...A_REQUEST, title: '另一件' }, { key }),
      await operator.refused(`cases/${caseNumber}/direct-answer`, A_ANSWER, { key, revision }),
    ];
    for (const answer of other) expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency.other-body' } });
    const answerKey = randomUUID();
    const path = `cases/${caseNumber}/direct-answer`;
    expect((await operator.post(path, A_ANSWER, { key: answerKey, revision })).status).toBe(200);
    expect((await operator.refused(path, A_ANSWER, { key: answerKey, revision: revision + 1 })).status).toBe(422);
  });

  it('answers a repeat of a change as before, though the case has gone on', async () => {
    const { caseNumber, revision } = await operator.register();
    const key = randomUUID();
    const path = `cases/${caseNumber}/direct-answer`;
    const first = await operator.post(path, A_ANSWER, { key, revision });
    await operator.post(`cases/${caseNumber}/reopening`, { text: '不对' }, { revision: first.body.revision });
    const again = await operator.post(path, A_ANSWER, { key, revision });
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  it('is one’s own: another person’s same key is another request', async () => {
    const key = randomUUID();
    const supervisor = await api.as('supervisor');
    const mine = await operator.register({}, { key });
    const his = await supervisor.register({}, { key });
    expect(his.caseNumber).not.toBe(mine.caseNumber);
  });

  it('may be used again after a refusal, which leaves nothing behind', async () => {
    const key = randomUUID();
    const refused = await operator.refused(
      'cases',
      { ...A_REQUEST, title: '先错后对', categoryId: 'no-such' },
      { key },
    );
    expect(refused).toMatchObject({ status: 422, body: { code: 'category.unknown' } });
    expect(await casesTitled('先错后对')).toBe(0);
    expect((await operator.post('cases', { ...A_REQUEST, title: '先错后对' }, { key })).status).toBe(201);
  });

  it('is 1 to 200 visible ASCII characters', async () => {
    for (const key of ['x'.repeat(201), 'with blank', 'ü'])
      expect(await operator.refused('cases', A_REQUEST, { key })).toMatchObject({
        status: 400,
        body: { code: 'idempotency.bad-key' },
      });
  });

  const A_ANSWER = { text: '已答复' };
});
