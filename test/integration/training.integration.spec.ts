import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  advanceTrainingClock,
  conveneMeeting,
  listCases,
  listNotices,
  listTasks,
  registerCase,
  reopenCase,
  submitFeedback,
  trainingClock,
} from '@hotline/application';
import { SEARCH_ATTRIBUTES, workflowIdOf } from '@hotline/contracts-process';
import { DEFAULT_POLICY } from '@hotline/domain';
import { createSuiteDatabase, hasTemporalCluster, startTemporalCluster } from '@hotline/infra';
import { trainingClocksOf } from '@hotline/persistence';
import { rehydrate } from '../../apps/api/src/relay/rehydrate.ts';
import { REQUEST } from './small-city.ts';
import { after, days, hours, Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const built = hasTemporalCluster();
if (!built) console.log('Training is not tested: "npm run cluster" builds the server that skips time (6 minutes).');

(built ? describe : describe.skip)('a training case, on the production server with the policy of real life', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    const postgres = await createSuiteDatabase({ migrated: false });
    const cluster = await startTemporalCluster({ postgres, searchAttributes: SEARCH_ATTRIBUTES });
    whole = await WholeProcess.startInRealTime(DEFAULT_POLICY, undefined, cluster);
    steps = new Steps(whole);
  }, 120_000);
  afterAll(() => whole.stop(), 60_000);

  const registered = async (): Promise<string> => {
    const { caseNumber } = await registerCase(whole.city.as('admin'), { ...REQUEST, training: true });
    return caseNumber;
  };
  const assigned = async (): Promise<string> => {
    const caseNumber = await registered();
    await steps.assign(caseNumber, ['water']);
    await steps.acknowledge(caseNumber);
    await whole.drain();
    return caseNumber;
  };
  const clockOf = async (caseNumber: string): Promise<string> =>
    (await trainingClock(whole.city.as('admin'), { caseNumber })).now;

  /** A day passes; returns when the workflow has gone through it. */
  async function aDayPasses(caseNumber: string, stream = caseNumber): Promise<void> {
    await advanceTrainingClock(whole.city.as('admin'), { caseNumber });
    const clock = Date.parse(await clockOf(caseNumber));
    for (let turn = 0; turn < 200; turn++) {
      const { raw } = await whole.client.workflow.getHandle(workflowIdOf(stream)).describe();
      const { currentTime, effectiveConfig } = raw.workflowExtendedInfo?.timeSkippingInfo ?? {};
      const at = Number(currentTime?.seconds ?? 0) * 1_000;
      if (!effectiveConfig?.enabled && Math.abs(at - clock) < 60_000) return whole.drain();
      await pause(50);
    }
    throw new Error(`the day of ${stream} did not pass`);
  }

  /** Holidays may come between, whenever this is run. */
  async function daysPassUntil(caseNumber: string, holds: () => Promise<boolean>, stream?: string): Promise<void> {
    for (let day = 0; day < 30 && !(await holds()); day++) await aDayPasses(caseNumber, stream);
    expect(await holds()).toBe(true);
  }

  it('is registered by an administrator alone, under a number of its own series, and is in no list of real work', async () => {
    await expect(registerCase(whole.city.as('operator'), { ...REQUEST, training: true })).rejects.toMatchObject({
      code: 'access.denied',
    });
    const caseNumber = await registered();
    expect(caseNumber).toMatch(/^9\d{12}$/);
    const real = await steps.registered();
    const numbers = async (training: boolean): Promise<string[]> => {
      const page = await listCases(whole.city.as('operator'), { limit: 100, training });
      return page.items.map((row) => row.caseNumber);
    };
    expect(await numbers(false)).toEqual([real]);
    expect(await numbers(true)).toEqual([caseNumber]);
  }, 60_000);

  it('goes through a day at a click: every rung acts at its own instant, by the clock of the case', async () => {
    const caseNumber = await assigned();
    const mailed = whole.mail.mails.length;
    await daysPassUntil(caseNumber, async () => (await steps.rungs(caseNumber)).includes('a1/due:urging-notice'));
    const { timeline } = await steps.view(caseNumber);
    const acted = timeline.filter(({ type }) => type === 'RungActed');
    expect((await steps.rungs(caseNumber)).slice(0, 5)).toEqual([
      'a1/contact:reminder',
      'a1/contact:missing',
      'a1/due:yellow',
      'a1/due:red',
      'a1/due:urging-notice',
    ]);
    for (const { at, payload } of acted) {
      expect(payload['overtaken']).toEqual([]);
      expect(Math.abs(Date.parse(at) - Date.parse(String(payload['plannedAt'])))).toBeLessThan(60_000);
    }
    expect(whole.mail.mails.length).toBeGreaterThan(mailed);
    for (const mail of whole.mail.mails) {
      expect(mail.recipients.filter((address) => !address.endsWith('@training.invalid'))).toEqual([]);
      expect(mail.subject).toContain('演练');
    }
    const heard = await listNotices(whole.city.as('water-handler'), { limit: 100 });
    expect(heard.items.map(({ kind }) => kind)).toContain('yellow');
    const { items: tasks } = await listTasks(whole.city.as('director'), { limit: 100 });
    expect(tasks.filter((task) => task.caseNumber === caseNumber)).toEqual([]);
    const { items: own } = await listTasks(whole.city.as('director'), { limit: 100, caseNumber });
    expect(own.length).toBeGreaterThan(0);
  }, 120_000);

  it('lets people act by its clock too, until it is closed, and when it was reopened or rehydrated', async () => {
    const caseNumber = await assigned();
    await aDayPasses(caseNumber);
    await aDayPasses(caseNumber);
    const contactedAt = after(await clockOf(caseNumber), -hours(1));
    const answer = { outcome: 'solved', text: '已恢复供水', contactedAt, contactMethod: 'phone' } as const;
    const feedback = { caseNumber, assignmentId: 'a1', ...answer };
    const { timeline } = await submitFeedback(whole.city.as('water-handler'), feedback);
    const fedBack = Date.parse(timeline.at(-1)?.at ?? '') - Date.now();
    expect(Math.abs(fedBack - days(2))).toBeLessThan(60_000);
    expect(timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at).toSorted());
    await steps.accept(caseNumber);
    expect((await steps.satisfied(caseNumber)).stage).toBe('closed');
    await expect(advanceTrainingClock(whole.city.as('admin'), { caseNumber })).rejects.toMatchObject({
      code: 'training.nothing-comes',
    });
    await whole.drain();
    await reopenCase(whole.city.as('operator'), { caseNumber, text: '演练：市民再次来电' });
    await whole.drain();
    await aDayPasses(caseNumber);
    await whole.client.workflow.getHandle(workflowIdOf(caseNumber)).terminate('lost');
    const trainingClocks = await trainingClocksOf(whole.city.orm.em.fork(), caseNumber);
    await rehydrate({ client: whole.client, streams: [caseNumber], trainingClocks });
    await aDayPasses(caseNumber);
  }, 120_000);

  it('takes its joint meeting along', async () => {
    const caseNumber = await assigned();
    const startsAt = after(await clockOf(caseNumber), days(20));
    await conveneMeeting(whole.city.as('director'), { caseNumber, unitIds: ['water', 'housing'], startsAt });
    await whole.drain();
    const meeting = `${caseNumber}-meeting-1`;
    expect(await whole.workflowStatus(meeting)).toBe('RUNNING');
    const reminded = async (): Promise<boolean> => (await whole.noticeKinds(caseNumber)).includes('meeting-reminder');
    await daysPassUntil(caseNumber, reminded, meeting);
  }, 120_000);

  it('is the only one that can be fast-forwarded', async () => {
    const caseNumber = await steps.registered();
    await expect(advanceTrainingClock(whole.city.as('admin'), { caseNumber })).rejects.toMatchObject({
      code: 'training.real-case',
    });
  });
});
