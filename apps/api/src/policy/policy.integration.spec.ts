import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type { policyVersions, policyVersionView, rulesChangePage, rulesChangeView } from '@hotline/contracts-http';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';

type Change = z.infer<typeof rulesChangeView>;
type Versions = z.infer<typeof policyVersions>;
type Version = z.infer<typeof policyVersionView>;
type Changes = z.infer<typeof rulesChangePage>;

describe('changes of the rules over HTTP', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApiUnderTest();
  });
  afterAll(() => api.close());

  async function policyInForce(): Promise<Record<string, unknown>> {
    const director = await api.as('director');
    const { body } = await director.get<Versions>('policy/versions');
    const newest = body.items[0]?.version ?? 0;
    return (await director.get<Version>(`policy/versions/${newest}`)).body.policy;
  }

  it('drafts from the version in force, and a second person puts the draft in force', async () => {
    const [director, admin] = [await api.as('director'), await api.as('administrator')];
    const policy = { ...(await policyInForce()), callbackTries: 4 };
    const drafted = await director.post<Change>('policy/changes/policies', { policy, reason: '多回访一次' });
    expect(drafted.status).toBe(201);
    const { changeId, revision, differences } = drafted.body;
    expect(drafted.headers.get('location')).toBe(`/api/v1/policy/changes/${changeId}`);
    expect(differences).toEqual([{ path: 'callbackTries', from: 3, to: 4 }]);
    const approval = { reach: 'new-cases', reason: '同意' };
    const path = `policy/changes/${changeId}`;
    expect((await director.refused(`${path}/approval`, approval, { revision })).body.code).toBe('rules.own-approval');
    expect((await admin.refused(`${path}/approval`, approval)).status).toBe(428);
    const approved = await admin.post<Change>(`${path}/approval`, approval, { revision });
    expect([approved.status, approved.body.status, approved.body.approvedByName]).toEqual([
      200,
      'approved',
      'administrator',
    ]);
    expect((await admin.get<{ callbackTries: number }>('policy')).body.callbackTries).toBe(4);
    const stale = await admin.refused(`${path}/withdrawal`, { reason: 'x' }, { revision });
    expect([stale.status, stale.body.present]).toMatchObject([412, { changeId, status: 'approved' }]);
    const listed = await director.get<Changes>('policy/changes');
    expect(listed.body.items[0]).toMatchObject({ changeId, status: 'approved' });
  });

  it('names each value of a draft that cannot be, and hides what is not one’s own to see', async () => {
    const director = await api.as('director');
    const policy = { ...(await policyInForce()), callbackTries: 'many', emergencyTerm: { days: 1 } };
    const refused = await director.refused('policy/changes/policies', { policy, reason: 'x' });
    expect([refused.status, refused.body.code]).toEqual([422, 'policy.invalid']);
    expect(refused.body.errors).toEqual(
      expect.arrayContaining([
        { path: 'callbackTries', code: 'policy.wrong-type', message: '这一项的类型不对。' },
        expect.objectContaining({ path: 'emergencyTerm', code: 'policy.not-a-term' }),
      ]),
    );
    const days = [{ day: '2199-01-02', kind: 'workday' }];
    expect((await director.refused('policy/changes/calendars', { days, reason: 'x' })).body.code).toBe(
      'calendar.work-on-a-workday',
    );
    const drafted = await director.post<Change>('policy/changes/policies', {
      policy: await policyInForce(),
      reason: 'x',
    });
    const handler = await api.as('water-handler');
    expect((await handler.get(`policy/changes/${drafted.body.changeId}`)).status).toBe(404);
    expect((await handler.get('policy/changes')).status).toBe(403);
    expect((await director.get('policy/changes/rules-0')).status).toBe(400);
    expect((await director.get('policy/versions/99999')).status).toBe(404);
  });
});
