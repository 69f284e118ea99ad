import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepCall, listNotices } from '@hotline/application';
import { MISSED_CALLS_WORKFLOW, TASK_QUEUE } from '@hotline/contracts-process';
import { after } from './steps.ts';
import type { Person } from './small-city.ts';
import { WholeProcess } from './whole-process.ts';

const MINUTE = 60_000;

describe('a caller who was missed', () => {
  let whole: WholeProcess;
  let serial = 0;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    const { type, id: workflowId } = MISSED_CALLS_WORKFLOW;
    await whole.client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args: [] });
  }, 60_000);
  afterAll(() => whole.stop());

  /** Rings now, and is answered or not. */
  async function ring(callerPhone: string, isAnswered = false): Promise<void> {
    const rangAt = after(await whole.now(), -MINUTE);
    const times = { rangAt, endedAt: after(rangAt, MINUTE / 2), ...(isAnswered ? { answeredAt: rangAt } : {}) };
    await keepCall(whole.city.as('telephone'), { callId: `pbx-${serial++}`, line: '12345', callerPhone, ...times });
  }
  const minutes = async (count: number): Promise<void> => whole.advanceTo(after(await whole.now(), count * MINUTE));
  const toldTo = async (person: Person) =>
    (await listNotices(whole.city.as(person), { limit: 50 })).items.filter(
      ({ kind }) => kind === 'missed-call-overdue',
    );

  it('and is not called back: the shift leader is told after half an hour, the director after an hour, once', async () => {
    await ring('13751234321');
    await minutes(5);
    await ring('13751234321');
    await minutes(20);
    expect(await toldTo('leader')).toEqual([]);
    await minutes(10);
    expect(await toldTo('leader')).toHaveLength(1);
    expect(await toldTo('director')).toEqual([]);
    await minutes(30);
    expect(await toldTo('director')).toHaveLength(1);
    await minutes(300);
    const [notice, ...more] = await toldTo('leader');
    expect(more).toEqual([]);
    expect(notice).not.toHaveProperty('caseNumber');
    expect(notice).toMatchObject({ mail: 'sent' });
    const mails = whole.mail.mails.filter(({ subject }) => subject?.includes('未接来电'));
    expect(mails).toHaveLength(2);
    expect(mails[0]?.text).toContain('2次来电未接通');
    expect(JSON.stringify(mails)).not.toContain('4321');
  }, 60_000);

  it('and gets through by himself meanwhile: nobody is told', async () => {
    const before = await toldTo('leader');
    await ring('13751230000');
    await minutes(10);
    await ring('13751230000', true);
    await minutes(60);
    expect(await toldTo('leader')).toEqual(before);
  }, 60_000);
});
