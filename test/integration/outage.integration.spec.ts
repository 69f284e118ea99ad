import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actionKey, fastPolicy, type RungActed } from '@hotline/domain';
import { rehydrate } from '../../apps/api/src/relay/rehydrate.ts';
import { Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

/** A working day of a second and a half: five make a term. */
const DAY = 1_500;

describe('an outage, on the development server in real time', () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.startInRealTime(fastPolicy(DAY / 1_000));
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop(), 60_000);

  /** Waits in real time, 30 s at most. */
  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (let turn = 0; turn < 300 && !(await holds()); turn++) await pause(100);
    expect(await holds()).toBe(true);
  }

  it('of the worker over three rungs: only the highest acts, the lower ones are recorded as overtaken', async () => {
    const caseNumber = await steps.acknowledged();
    await whole.drain();
    await whole.stopWorker();
    await pause(6.5 * DAY);
    await whole.startWorker();
    await until(async () => (await steps.rungs(caseNumber)).length > 0);
    const { timeline } = await steps.view(caseNumber);
    const acted = timeline.filter(({ type }) => type === 'RungActed').map(({ payload }) => payload);
    const [first] = acted as { rung: string; overtaken: string[] }[];
    // How far it got depends on how long the machine took to start a worker; never less than three rungs.
    expect(first?.overtaken.slice(0, 2)).toEqual(['yellow', 'red']);
    expect(['urging-notice', 'supervision-notice', 'talk']).toContain(first?.rung);
    for (const rung of first?.overtaken ?? []) expect(acted.filter((one) => one['rung'] === rung)).toEqual([]);
    expect(await whole.noticeKinds(caseNumber)).not.toContain('red');
  }, 120_000);

  it('of Temporal: a case is registered and assigned, and its workflow starts by itself when it is back', async () => {
    await whole.stopWorker();
    await whole.server?.halt('crash');
    const began = performance.now();
    const caseNumber = await steps.assigned();
    expect(performance.now() - began).toBeLessThan(2_000);
    await pause(1_000);
    await whole.server?.resume();
    await whole.startWorker();
    // Which rung is due by then depends on how long the machine took.
    await until(async () => (await steps.rungs(caseNumber)).length > 0);
    expect(await whole.workflowStatus(caseNumber)).toBe('RUNNING');
  }, 120_000);

  it('Temporal’s data thrown away: rehydrate brings every case back, and each acts as before', async () => {
    const working = await steps.acknowledged();
    const completed = await steps.completed();
    await whole.drain();
    const before = await steps.rungs(working);
    await whole.stopWorker();
    await whole.server?.halt('crash');
    await whole.server?.resume({ fresh: true });
    await whole.startWorker();
    await expect(whole.workflowStatus(working)).rejects.toMatchObject({ name: 'WorkflowNotFoundError' });
    const open = await whole.city.orm.em
      .fork()
      .execute<{ id: string }[]>('select id from stream where open order by id');
    const { asked } = await rehydrate({ client: whole.client, streams: open.map(({ id }) => id) });
    expect(asked).toBe(open.length);
    expect(await whole.workflowStatus(working)).toBe('RUNNING');
    await until(async () => (await steps.rungs(working)).length > before.length);
    // A rung that repeats acts again by its next try; the same try never.
    const acted = (await steps.view(working)).timeline.flatMap(({ type, payload }) =>
      type === 'RungActed' ? [actionKey(payload as unknown as RungActed)] : [],
    );
    expect(new Set(acted).size).toBe(acted.length);
    await steps.satisfied(completed);
    await until(async () => (await whole.workflowStatus(completed)) === 'COMPLETED');
  }, 120_000);
});
