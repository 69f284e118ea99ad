import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Policy } from '@hotline/contracts-http';
import { DEFAULT_POLICY } from '@hotline/domain';
import { PolicyEntity } from '@hotline/persistence';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';

interface List {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

describe('the city over HTTP', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApiUnderTest();
  });
  afterAll(() => api.close());

  it('shows units, categories and people, and of people neither passwords nor phones', async () => {
    const operator = await api.as('operator');
    const units = await operator.get<List>('units');
    expect(units.body.items).toContainEqual({
      id: 'water',
      name: '水务局',
      nameEn: null,
      member: true,
      phone: '0513-87650000',
      deputyMayorId: 'deputy',
      active: true,
      headApproves: false,
    });
    expect((await operator.get<List>('categories')).body.items).toMatchObject([
      { id: 'sewer', name: '排水' },
      { id: 'unclassified', name: '待分类' },
    ]);
    const users = await operator.get<List>('users');
    expect(users.body.items).toContainEqual({
      id: 'water-head',
      name: 'water-head',
      role: 'unit-head',
      unitId: 'water',
    });
    expect(JSON.stringify(users.body)).not.toMatch(/argon2|password/i);
  });

  it('shows the rules in force', async () => {
    const { status, body } = await (await api.as('water-handler')).get<Policy>('policy');
    expect(status).toBe(200);
    expect(body).toMatchObject({ pace: 'desk', terms: { consultation: { workingDays: 1 }, praise: null } });
    expect(body.suspensionCauses.length).toBeGreaterThan(0);
  });

  it('tells of the 122 line and its minutes; of neither where 122 is apart, and refuses who calls there', async () => {
    const operator = await api.as('operator');
    const { body: merged } = await operator.get<Policy>('policy');
    expect(merged.channels).toContain('phone-122');
    expect(merged.line122?.terms.lock.due).toEqual({ minutes: 120 });
    const { line122 } = DEFAULT_POLICY;
    const rules = { ...DEFAULT_POLICY, version: 7, line122: { ...line122, offered: false } };
    const em = api.parts.orm.em.fork();
    await em.insert(PolicyEntity, { version: 7, rules, inForceSince: new Date() });
    const { body: apart } = await operator.get<Policy>('policy');
    expect([apart.channels.includes('phone-122'), apart.line122]).toEqual([false, undefined]);
    const refused = await operator.post<{ code: string }>('cases', {
      channel: 'phone-122',
      title: '门锁坏了',
      text: '门锁坏了',
      kind: 'help',
      help: 'lock',
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'line-122.not-offered']);
    await em.nativeDelete(PolicyEntity, { version: 7 });
  });

  it('has tasks in queues and notices for each', async () => {
    const operator = await api.as('operator');
    const handler = await api.as('water-handler');
    const { caseNumber } = await operator.registerAndAssign();
    const notices = await handler.get<List & { unread: number }>('notices?unread=true');
    expect(notices.body).toMatchObject({ unread: 1, items: [{ kind: 'assignment', caseNumber }] });
    const read = await handler.post<Record<string, unknown>>(
      `notices/${String(notices.body.items[0]?.['noticeId'])}/reading`,
    );
    expect(read.body).toMatchObject({ readAt: expect.any(String) });
    expect((await handler.get<{ unread: number }>('notices')).body.unread).toBe(0);
    const { body } = await operator.registerAndAssign('village').then(() => operator.get<List>('tasks?limit=1'));
    const taskId = String(body.items[0]?.['taskId']);
    const supervisor = await api.as('supervisor');
    expect((await operator.post<Record<string, unknown>>(`tasks/${taskId}/taking`)).body).toMatchObject({
      status: 'taken',
      assigneeId: 'operator',
    });
    expect(await supervisor.refused(`tasks/${taskId}/taking`, {})).toMatchObject({
      status: 409,
      body: { code: 'task.taken-by-another' },
    });
    expect(
      (await operator.post<Record<string, unknown>>(`tasks/${taskId}/finishing`, { outcome: '已传真' })).body,
    ).toMatchObject({ status: 'done' });
    expect(await operator.refused(`tasks/${taskId}/finishing`, { outcome: '再来' })).toMatchObject({
      status: 409,
      body: { code: 'task.ended' },
    });
    expect((await handler.get<List>('tasks')).body.items).toEqual([]);
  });

  it('goes by a policy that was written before the house knew all that it waits for today', async () => {
    const { intake: _, ...ladders } = DEFAULT_POLICY.ladders;
    const { rotation: __, calls: ___, ...rest } = DEFAULT_POLICY;
    const em = api.parts.orm.em.fork();
    const rules = { ...rest, version: 8, ladders } as unknown as typeof DEFAULT_POLICY;
    await em.insert(PolicyEntity, { version: 8, rules, inForceSince: new Date() });
    const operator = await api.as('operator');
    const { caseNumber } = await operator.registerAndAssign();
    expect((await operator.get(`cases/${caseNumber}`)).status).toBe(200);
    const { body } = await (await api.as('director')).get<{ policy: object }>('policy/versions/8');
    expect(body.policy).toMatchObject({ rotation: DEFAULT_POLICY.rotation, ladders: DEFAULT_POLICY.ladders });
    await em.nativeDelete(PolicyEntity, { version: 8 });
  });
});
