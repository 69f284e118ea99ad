import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acknowledgeAssignment,
  actOnStream,
  assignCase,
  databaseClock,
  getCase,
  MACHINE_ACTOR,
  recordCallback,
  registerCase,
  reviewFeedback,
  submitFeedback,
  verifyLedger,
  type CaseView,
} from '@hotline/application';
import { REQUEST, sowSmallCity, type SmallCity } from './small-city.ts';

describe('a case in the ledger', () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await sowSmallCity(databaseClock);
  });
  afterAll(async () => {
    await city.close();
  });

  async function assigned(): Promise<CaseView> {
    const { caseNumber } = await registerCase(city.as('operator'), REQUEST);
    const units = [
      { unitId: 'water', role: 'lead' },
      { unitId: 'housing', role: 'co' },
    ] as const;
    return assignCase(city.as('operator'), { caseNumber, units, quality: '恢复供水', feedback: '答复市民并反馈' });
  }

  it('goes from the call to its close, and the chain holds', async () => {
    const { caseNumber } = await assigned();
    for (const [person, assignmentId] of [
      ['water-handler', 'a1'],
      ['housing-handler', 'a2'],
    ] as const) {
      await acknowledgeAssignment(city.as(person), { caseNumber, assignmentId });
      await submitFeedback(city.as(person), {
        caseNumber,
        assignmentId,
        outcome: 'solved',
        text: '已恢复供水',
        contactedAt: new Date().toISOString(),
        contactMethod: 'phone',
      });
      await reviewFeedback(city.as('operator'), { caseNumber, assignmentId, accepted: true });
    }
    const answers = { result: 'reached', contactedByUnit: true, solved: true, satisfaction: 'satisfied' } as const;
    const closed = await recordCallback(city.as('operator'), { caseNumber, ...answers });
    expect(closed).toMatchObject({
      stage: 'closed',
      outcome: 'solved',
      callerPhone: '139****1234',
      text: REQUEST.text,
    });
    expect(closed.timeline.map(({ type }) => type)).toEqual([
      'CaseRegistered',
      'CaseAssigned',
      'AssignmentAcknowledged',
      'FeedbackSubmitted',
      'FeedbackReviewed',
      'AssignmentAcknowledged',
      'FeedbackSubmitted',
      'FeedbackReviewed',
      'CallbackRecorded',
      'CaseClosed',
    ]);
    await expect(verifyLedger(city.as('admin'))).resolves.toMatchObject({ faults: [] });
  });

  it('shows a unit its own assignment alone, and nothing of a case that is not its own', async () => {
    const { caseNumber } = await assigned();
    const seen = await getCase(city.as('housing-handler'), { caseNumber });
    expect(seen.assignments.map(({ unitId }) => unitId)).toEqual(['housing']);
    const other = await registerCase(city.as('operator'), REQUEST);
    await expect(getCase(city.as('housing-handler'), other)).rejects.toMatchObject({ code: 'case.not-found' });
    const foreign = acknowledgeAssignment(city.as('housing-handler'), { caseNumber, assignmentId: 'a1' });
    await expect(foreign).rejects.toMatchObject({ code: 'assignment.not-found' });
  });

  it('acts on a rung once, however often it is asked', async () => {
    const { caseNumber } = await assigned();
    const { deadlines, next } = await getCase(city.as('operator'), { caseNumber });
    expect(deadlines.length).toBeGreaterThan(0);
    expect(next).toMatchObject({ rung: 'unread' });
    const ask = {
      stream: caseNumber,
      key: 'a1/due:1:red:1',
      at: new Date(Date.now() + 60 * 86_400_000).toISOString(),
      after: 2,
    };
    const context = city.as('operator', { actor: MACHINE_ACTOR });
    const [first, second] = await Promise.all([actOnStream(context, ask), actOnStream(context, ask)]);
    const acted = [first, second].map(({ events }) => events.filter(({ type }) => type === 'RungActed').length);
    expect(acted).toEqual([1, 1]);
    expect(first.events.find(({ type }) => type === 'RungActed')?.payload).toMatchObject({
      rung: 'still-overdue',
      overtaken: expect.any(Array),
    });
    await expect(verifyLedger(city.as('admin'))).resolves.toMatchObject({ faults: [] });
  });

  it('refuses a change of what the ledger says', async () => {
    const { caseNumber } = await assigned();
    const em = city.orm.em.fork();
    await expect(em.execute('update event set hash = ? where stream = ?', ['0', caseNumber])).rejects.toThrow(
      'append-only',
    );
    await expect(em.execute('delete from event where stream = ?', [caseNumber])).rejects.toThrow('append-only');
  });
});
