import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REREAD_SIGNAL, workflowIdOf } from '@hotline/contracts-process';
import { fastPolicy, type RungActed } from '@hotline/domain';
import { rehydrate } from '../../apps/api/src/index.ts';
import { acknowledge, assign, REGISTER, unitHandler } from './a-case.ts';
import { bundle, Engine } from './engine.ts';

const SECOND = 1_000;

describe('the engine on the real server', () => {
  let engine: Engine;
  let code: string;
  beforeAll(async () => {
    code = await bundle();
    engine = await Engine.startInRealTime(code);
    engine.ledger.policy = fastPolicy(1);
  }, 60_000);
  afterAll(() => engine.stop(), 20_000);

  const underWay = async (stream: string): Promise<void> => {
    await engine.ledger.command(stream, REGISTER);
    await engine.ledger.command(stream, assign('housing', 'power'));
    await engine.ledger.command(stream, acknowledge('a1'), unitHandler('housing'));
    await engine.ledger.command(stream, acknowledge('a2'), unitHandler('power'));
    await engine.relay();
  };
  const acted = (stream: string): RungActed[] =>
    engine.ledger
      .eventsOf(stream)
      .filter(({ type }) => type === 'RungActed')
      .map(({ payload }) => payload as RungActed);

  it('after a time without a worker, acts on the highest of three rungs alone', async () => {
    const stream = '202601050301';
    await underWay(stream);
    await engine.rest();
    // Of a day each: yellow after 3.75, red after 5, the urging notice after 6, the supervision notice after 8.
    await engine.sleep(6.5 * SECOND);
    await engine.work(code);
    await engine.until(() => acted(stream).some(({ subject }) => subject === 'a1/due'), 'it acts');
    const first = acted(stream).find(({ subject }) => subject === 'a1/due');
    // On a busy machine it may have come to the next rung by then.
    const ladder = ['yellow', 'red', 'urging-notice', 'supervision-notice', 'talk', 'special-report'];
    expect(first?.overtaken.length).toBeGreaterThanOrEqual(2);
    expect(first?.overtaken).toEqual(ladder.slice(0, ladder.indexOf(first?.rung ?? '')));
    await engine.env.client.workflow.getHandle(workflowIdOf(stream)).terminate();
  }, 40_000);

  it('keeps its search attributes and its name when it continues as new', async () => {
    const stream = '202601050302';
    engine.ledger.policy = fastPolicy(10_000);
    await underWay(stream);
    const handle = engine.env.client.workflow.getHandle(workflowIdOf(stream));
    const first = (await handle.describe()).runId;
    for (let round = 0; round < 120 && (await handle.describe()).runId === first; round++)
      await Promise.all(Array.from({ length: 20 }, () => handle.signal(REREAD_SIGNAL)));
    await engine.until(async () => (await handle.describe()).runId !== first, 'a new run');
    expect((await handle.describe()).searchAttributes).toMatchObject({
      HotlineStage: ['assigned'],
      HotlineUnits: ['housing', 'power'],
    });
    await engine.untilFolded(stream);
    expect(await engine.state(stream)).toEqual(engine.ledger.caseOf(stream));
    const metadata = await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
    expect(metadata.currentDetails).toContain('**工单 202601050302**');
  }, 60_000);

  it('has its name and its purpose from whoever starts it', async () => {
    const stream = '202601050307';
    await underWay(stream);
    const description = await engine.env.client.workflow.getHandle(workflowIdOf(stream)).describe();
    expect(await description.staticSummary()).toBe('工单 202601050307');
    expect(await description.staticDetails()).toMatch(/^一件工单从登记到办结归档。/);
  });

  it('is brought back by rehydrating when Temporal has lost it, and lets one be that runs', async () => {
    const [lost, running] = ['202601050303', '202601050304'];
    await underWay(lost);
    await underWay(running);
    await engine.env.client.workflow.getHandle(workflowIdOf(lost)).terminate();
    const before = (await engine.env.client.workflow.getHandle(workflowIdOf(running)).describe()).runId;
    const progress: number[] = [];
    const streams = [lost, running];
    const answer = await rehydrate({ client: engine.env.client, streams, onProgress: (done) => progress.push(done) });
    expect(answer).toEqual({ asked: 2, terminated: 0 });
    expect(progress).toEqual([1, 2]);
    for (const stream of streams) {
      await engine.untilFolded(stream);
      expect(await engine.state(stream)).toEqual(engine.ledger.caseOf(stream));
    }
    expect((await engine.env.client.workflow.getHandle(workflowIdOf(running)).describe()).runId).toBe(before);
  }, 40_000);

  it('begins anew after a restored ledger, and ends what the ledger no longer knows', async () => {
    const [kept, gone] = ['202601050305', '202601050306'];
    await underWay(kept);
    await underWay(gone);
    engine.ledger.loseLast(gone, 10);
    engine.ledger.loseLast(kept, 1);
    await engine.until(async () => (await engine.running()).includes(workflowIdOf(gone)), 'it is listed');
    const answer = await rehydrate({ client: engine.env.client, streams: [kept], terminateFirst: true });
    expect(answer.terminated).toBeGreaterThanOrEqual(2);
    expect(await engine.status(gone)).toBe('TERMINATED');
    await engine.untilFolded(kept);
    expect(await engine.state(kept)).toEqual(engine.ledger.caseOf(kept));
  }, 40_000);
});
