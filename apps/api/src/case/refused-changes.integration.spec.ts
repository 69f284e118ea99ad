import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendEvents, envelopesAfter, lockStream, StreamEntity, type StreamState } from '@hotline/persistence';
import { startApiUnderTest, type ApiUnderTest } from '../testing/api-under-test.main.ts';
import type { Caller } from '../testing/caller.ts';

describe('a change that a rule forbids', () => {
  let api: ApiUnderTest;
  let operator: Caller;
  let handler: Caller;

  beforeAll(async () => {
    api = await startApiUnderTest();
    operator = await api.as('operator');
    handler = await api.as('water-handler');
  });
  afterAll(() => api.close());

  /** As a later release's API would write it (ADR 0018). */
  const writeWhatIsToCome = (stream: string) =>
    api.parts.orm.em.fork().transactional(async (em) => {
      const row = await lockStream(em, stream);
      if (!row) throw new Error(`there is no ${stream}`);
      const facts = { stream, at: new Date().toISOString(), by: 'operator' };
      const events = envelopesAfter(row.state.head, [{ type: 'WeatherNoted', payload: {} } as never], facts);
      await appendEvents(em, events);
      const [headNumber, headHash] = [row.headNumber + 1, events[0]?.hash ?? ''];
      const state = { ...row.state, head: { number: headNumber, hash: headHash } } as StreamState;
      await em.nativeUpdate(StreamEntity, { id: stream }, { headNumber, headHash, state });
    });

  const demands = { quality: '现场处理', feedback: '书面答复' };
  const lead = { unitId: 'water', role: 'lead' };

  it.each([
    ['an unknown unit', [{ unitId: 'nobody', role: 'lead' }], 422, 'unit.unknown'],
    ['two leads', [lead, { unitId: 'power', role: 'lead' }], 422, 'assignment.two-leads'],
    ['no lead', [{ unitId: 'water', role: 'co' }], 422, 'assignment.no-lead'],
    ['a unit twice', [lead, { unitId: 'water', role: 'co' }], 422, 'assignment.unit-twice'],
    ['no unit', [], 400, 'request.invalid'],
    ['a term that is not the operator’s to give', [{ ...lead, termWorkingDays: 9 }], 403, 'term.director-only'],
  ])('such as assigning with %s, leaves the case as it was', async (_, units, status, code) => {
    const { caseNumber, revision } = await operator.register();
    const path = `cases/${caseNumber}/assignments`;
    expect(await operator.refused(path, { units, ...demands }, { revision })).toMatchObject({ status, body: { code } });
    const { body } = await operator.get(`cases/${caseNumber}`);
    expect(body).toMatchObject({ revision, stage: 'registered', assignments: [] });
    expect(body.timeline).toHaveLength(1);
  });

  it('because a later release wrote what this one does not know, is a 503 that says so, and so is the case itself', async () => {
    const { caseNumber, revision } = await operator.register();
    await writeWhatIsToCome(caseNumber);
    const outdated = { status: 503, body: { code: 'service.outdated', detail: expect.stringContaining('更新服务器') } };
    expect(
      await operator.refused(`cases/${caseNumber}/assignments`, { units: [lead], ...demands }, { revision }),
    ).toMatchObject(outdated);
    expect(await operator.get(`cases/${caseNumber}`)).toMatchObject(outdated);
    const other = await operator.register();
    expect((await operator.get(`cases/${other.caseNumber}`)).status).toBe(200);
    const row = await api.parts.orm.em.fork().findOneOrFail(StreamEntity, { id: caseNumber });
    expect(row).toMatchObject({ headNumber: 2, revision });
  });

  it('such as acknowledging twice, or answering for another unit, is a 4xx with its code', async () => {
    const assigning = { units: [lead, { unitId: 'power', role: 'co' }], ...demands };
    const { caseNumber, revision } = await operator.register();
    const { body } = await operator.post(`cases/${caseNumber}/assignments`, assigning, { revision });
    const own = `cases/${caseNumber}/assignments/${body.assignments.find(({ unitId }) => unitId === 'water')?.id}`;
    const others = `cases/${caseNumber}/assignments/${body.assignments.find(({ unitId }) => unitId === 'power')?.id}`;
    const first = await handler.post(`${own}/acknowledgement`, {}, { revision: body.revision });
    const seen = { revision: first.body.revision };
    expect(first.body.assignments.map(({ unitId }) => unitId)).toEqual(['water']);
    expect(await handler.refused(`${own}/acknowledgement`, {}, seen)).toMatchObject({
      status: 409,
      body: { code: 'assignment.wrong-status' },
    });
    const feedback = { outcome: 'solved', text: '好了', contactedAt: new Date().toISOString(), contactMethod: 'phone' };
    expect(await handler.refused(`${others}/feedback`, feedback, seen)).toMatchObject({
      status: 404,
      body: { code: 'assignment.not-found' },
    });
    expect(await operator.refused(`${own}/feedback`, feedback, seen)).toMatchObject({
      status: 422,
      body: { code: 'assignment.unit-is-online' },
    });
    const early = { ...feedback, contactedAt: '2020-01-06T01:00:00Z' };
    expect(await handler.refused(`${own}/feedback`, early, seen)).toMatchObject({ status: 422 });
    expect(await handler.refused(`${own}/extension`, { workingDays: 200, reason: '忙' }, seen)).toMatchObject({
      status: 422,
      body: { code: 'extension.too-long' },
    });
    expect(await handler.refused(`${own}/return`, { basis: '不归我管' }, seen)).toMatchObject({
      status: 422,
      body: { code: 'return.head-approval-missing' },
    });
    expect((await handler.get(`cases/${caseNumber}`)).body.revision).toBe(seen.revision);
  });

  it('such as an empty instruction, or one by somebody else than the deputy mayor, is refused', async () => {
    const director = await api.as('director');
    const deputy = await api.as('deputy');
    const { caseNumber, revision } = await operator.registerAndAssign();
    const words = {
      trouble: '久拖不决',
      cause: '职责不清',
      wayOut: '明确牵头单位',
      tried: '催办三次',
      asked: '请批示',
    };
    const drafted = await director.post(`cases/${caseNumber}/special-reports`, words, { revision });
    const [report] = drafted.body.reports;
    const path = `special-reports/${report?.reportId}`;
    expect((await deputy.get(path)).status).toBe(404);
    const submitted = await director.post(`${path}/submission`, {}, { revision: report?.revision ?? 0 });
    const seen = { revision: submitted.body.revision };
    const instruction = { text: ' \n', dueAt: new Date(Date.now() + 864e5).toISOString() };
    expect(await deputy.refused(`${path}/instruction`, instruction, seen)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'text', code: 'text.empty' }] },
    });
    expect(await director.refused(`${path}/instruction`, { ...instruction, text: '速办' }, seen)).toMatchObject({
      status: 403,
    });
    expect(await handler.refused(`${path}/instruction`, { ...instruction, text: '速办' }, seen)).toMatchObject({
      status: 404,
    });
    expect((await deputy.get<{ status: string }>(path)).body.status).toBe('submitted');
  });
});
