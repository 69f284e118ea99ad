import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Policy } from '@hotline/contracts-http';
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
    });
    expect((await operator.get<List>('categories')).body.items).toMatchObject([{ id: 'sewer', name: '排水' }]);
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
});
