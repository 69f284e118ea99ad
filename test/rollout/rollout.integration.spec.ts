import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowIdOf } from '@hotline/contracts-process';
import { DEFAULT_POLICY, type CaseState } from '@hotline/domain';
import { findStream } from '@hotline/persistence';
import { Steps } from '../integration/steps.ts';
import { WholeProcess } from '../integration/whole-process.ts';
import { LATER_EVENT, noteWeather } from './later-event.ts';
import { Releases, type Release } from './releases.ts';

const COMMAND = fileURLToPath(new URL('../../apps/command/src/main.ts', import.meta.url));
const run = promisify(execFile);
const ACTED_TWICE =
  'select action_key from event where stream = ? and action_key is not null group by action_key having count(*) > 1';

describe('two releases of the worker, on the development server', () => {
  let whole: WholeProcess;
  let steps: Steps;
  let releases: Releases;
  let environment: Record<string, string>;

  beforeAll(async () => {
    whole = await WholeProcess.startInRealTime(DEFAULT_POLICY);
    await whole.stopWorker();
    steps = new Steps(whole);
    environment = {
      DATABASE_URL: whole.city.databaseUrl,
      TEMPORAL_ADDRESS: whole.server?.address ?? '',
      SMTP_URL: whole.mail.url,
      PUBLIC_URL: 'http://hotline.example',
    };
    releases = new Releases(environment);
    await releases.build();
    await releases.deploy('present');
  }, 120_000);
  afterAll(async () => {
    releases.close();
    await whole.stop();
  }, 60_000);

  async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
    for (let turn = 0; turn < 300; turn++) {
      if (await holds().catch(() => false)) return;
      await pause(100);
    }
    throw new Error(`waited in vain: ${what}`);
  }
  const handle = (stream: string, runId?: string) => whole.client.workflow.getHandle(workflowIdOf(stream), runId);
  const headOfLedger = async (stream: string): Promise<number> =>
    (await findStream(whole.city.orm.em.fork(), stream))?.headNumber ?? 0;
  /** Until the workflow holds every event of the ledger. */
  async function goesOn(stream: string): Promise<CaseState> {
    let state: CaseState | undefined;
    await until(async () => {
      state = await handle(stream).query<CaseState>('state');
      return state.head.number === (await headOfLedger(stream));
    }, `${stream} goes on`);
    return state!;
  }
  /** Which of the workers had tasks of these workflows. */
  async function workersOf(streams: readonly string[]): Promise<Set<string>> {
    const seen = new Set<string>();
    for (const stream of streams)
      for (const { workflowTaskStartedEventAttributes: started } of (await handle(stream).fetchHistory()).events ?? [])
        if (started?.identity) seen.add(`${started.identity.split('@')[0]}@`);
    return seen;
  }
  async function failuresOf(stream: string, runId?: string): Promise<string[]> {
    const { events } = await handle(stream, runId).fetchHistory();
    return (events ?? []).flatMap(({ workflowTaskFailedEventAttributes: failed }) => failed?.failure?.message ?? []);
  }
  async function gate(release: Release): Promise<{ code: number; said: string }> {
    const args = [COMMAND, 'replay-running', '--bundle', releases.bundleOf(release)];
    return run(process.execPath, args, { env: { ...process.env, ...environment } }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
    );
  }

  it('go on with the cases of both, side by side, after the roll-out, and back again', async () => {
    const before = await Promise.all([steps.assigned(), steps.assigned(), steps.registered()]);
    await Promise.all(before.map(goesOn));

    await releases.deploy('later');
    const both = [releases.identityOf('present'), releases.identityOf('later')];
    const meanwhile = await Promise.all(Array.from({ length: 8 }, () => steps.assigned()));
    const all = [...before, ...meanwhile];
    await Promise.all(all.map(goesOn));
    expect(await workersOf(all)).toEqual(new Set(both));
    const assigned = [...before.slice(0, 2), ...meanwhile];
    await Promise.all(assigned.map((stream) => steps.acknowledge(stream)));
    await Promise.all(all.map(goesOn));

    expect(await releases.retire('present')).toBe(0);
    const noted = meanwhile[0]!;
    await Promise.all(assigned.slice(0, 4).map((stream) => steps.feedBack(stream)));
    await noteWeather(whole.city.orm, noted, 'operator');
    await Promise.all(all.map(goesOn));

    await releases.deploy('present');
    expect(await releases.retire('later')).toBe(0);
    const others = assigned.filter((stream) => stream !== noted);
    await Promise.all(others.slice(0, 3).map((stream) => steps.accept(stream)));
    const after = await Promise.all(all.filter((stream) => stream !== noted).map(goesOn));
    expect(after.map(({ stage }) => stage).toSorted()).toEqual([
      ...Array.from({ length: 6 }, () => 'assigned'),
      ...Array.from({ length: 3 }, () => 'completed'),
      'registered',
    ]);

    // The event that the earlier release does not know blocks its case, and only that. The gate would have told.
    expect((await gate('present')).said).toContain(`✗ ${workflowIdOf(noted)}: the signal ${LATER_EVENT} is not known`);
    await noteWeather(whole.city.orm, noted, 'operator');
    await until(
      async () => (await failuresOf(noted)).some((why) => why.includes(`${LATER_EVENT} is not known to this release`)),
      'the case is blocked',
    );
    expect(await whole.workflowStatus(noted)).toBe('RUNNING');
    await releases.deploy('later');
    await releases.retire('present');
    expect((await goesOn(noted)).assignments['a1']?.status).toBe('feedback');
    await handle(noted).terminate('the later release has shown what it can');
    await releases.deploy('present');
    await releases.retire('later');
  }, 120_000);

  it('keep what began under the earlier one as it began, when the steps are changed behind a patch', async () => {
    const before = await steps.assigned();
    await goesOn(before);
    await releases.deploy('patched');
    await releases.retire('present');
    const since = await steps.assigned();
    await Promise.all([steps.acknowledge(before), steps.acknowledge(since)]);
    await Promise.all([goesOn(before), goesOn(since)]);
    const { runId } = await handle(since).describe();

    await releases.deploy('present');
    await releases.retire('patched');
    await Promise.all([steps.feedBack(before), steps.feedBack(since)]);
    expect((await goesOn(before)).assignments['a1']?.status).toBe('feedback');
    // The steps of the run that began under the later one are not the earlier one's: it begins anew from the ledger.
    expect((await goesOn(since)).assignments['a1']?.status).toBe('feedback');
    expect(await failuresOf(since)).toEqual([]);
    expect((await handle(since).describe()).runId).not.toBe(runId);
    expect((await handle(since, runId).describe()).status.name).toBe('TERMINATED');
    expect((await failuresOf(since, runId))[0]).toMatch(/[Nn]ondeterminism/);
    // Nothing that had acted has acted again.
    expect(await whole.city.orm.em.fork().execute(ACTED_TWICE, [since])).toEqual([]);
  }, 90_000);

  it('are let through by the replay of what runs, and a careless one is stopped there', async () => {
    await goesOn(await steps.assigned());
    for (const release of ['present', 'later', 'patched'] as const) {
      const { code, said } = await gate(release);
      expect({ release, code, said }).toMatchObject({
        code: 0,
        said: expect.stringMatching(/all \d+ running workflows/),
      });
    }
    const { code, said } = await gate('careless');
    expect(code).toBe(1);
    expect(said).toMatch(/✗ case-\d+: .*[Nn]ondeterminism/);
    expect(said).toContain('do not deploy this');
  }, 90_000);
});
