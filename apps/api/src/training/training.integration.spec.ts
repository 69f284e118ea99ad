import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CasePage } from '@hotline/contracts-http';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';

const REQUEST = { title: '演练：停水', text: '演练用', kind: 'help', categoryId: 'sewer' };

describe('trainings over HTTP', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApiUnderTest({ training: true });
  });
  afterAll(() => api.close());

  it('are registered by who holds them, and found apart from real cases', async () => {
    const administrator = await api.as('administrator');
    const { status, body } = await administrator.post('training/cases', REQUEST);
    expect(status).toBe(201);
    expect(body.caseNumber).toMatch(/^9\d{12}$/);
    expect(body.actions).toEqual([{ type: 'advance-clock' }]);
    expect(body.timeline[0]?.payload).toMatchObject({ training: true });
    const refused = await (await api.as('operator')).refused('training/cases', REQUEST);
    expect([refused.status, refused.body.code]).toEqual([403, 'access.denied']);
    const numbersAt = async (path: string): Promise<string[]> =>
      (await administrator.get<CasePage>(path)).body.items.map(({ caseNumber }) => caseNumber);
    expect(await numbersAt('training/cases')).toEqual([body.caseNumber]);
    expect(await numbersAt('cases')).toEqual([]);
  });

  it('let a day pass on the revision that was seen, for the record', async () => {
    const administrator = await api.as('administrator');
    const { caseNumber, revision } = (await administrator.post('training/cases', REQUEST)).body;
    const path = `training/cases/${caseNumber}`;
    expect((await administrator.post(`${path}/days`)).status).toBe(428);
    const operator = await (await api.as('operator')).refused(`${path}/days`, {}, { revision });
    expect([operator.status, operator.body.code]).toEqual([403, 'access.denied']);
    const passed = await administrator.post(`${path}/days`, {}, { revision });
    expect(passed.body.timeline.at(-1)).toMatchObject({
      type: 'ClockAdvanced',
      by: 'administrator',
      payload: { milliseconds: 86_400_000 },
    });
    expect((await administrator.refused(`${path}/days`, {}, { revision })).status).toBe(412);
    const { body } = await administrator.get<{ now: string }>(`${path}/clock`);
    expect(Math.abs(Date.parse(body.now) - Date.now() - 86_400_000)).toBeLessThan(60_000);
  });

  it('leave real cases alone', async () => {
    const administrator = await api.as('administrator');
    const { caseNumber, revision } = await (await api.as('operator')).register();
    const refused = await administrator.refused(`training/cases/${caseNumber}/days`, {}, { revision });
    expect([refused.status, refused.body.code]).toEqual([409, 'training.real-case']);
    expect((await administrator.get(`training/cases/${caseNumber}/clock`)).status).toBe(404);
  });

  it('are refused where the server does not skip time', async () => {
    const elsewhere = await startApiUnderTest();
    const administrator = await elsewhere.as('administrator');
    expect((await administrator.get('training')).body).toEqual({ offered: false });
    const refused = await administrator.refused('training/cases', REQUEST);
    expect([refused.status, refused.body.code]).toEqual([409, 'training.not-offered']);
    await elsewhere.close();
  });
});
