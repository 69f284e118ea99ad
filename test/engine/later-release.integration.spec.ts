import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assign, REGISTER } from './a-case.ts';
import { bundle, Engine } from './engine.ts';

describe('an event of a later release', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.start(await bundle());
  }, 60_000);
  afterAll(() => engine.stop());

  it('blocks the workflow, which goes on when that release comes', async () => {
    const stream = '202601050107';
    await engine.ledger.command(stream, REGISTER);
    await engine.ledger.command(stream, assign('housing', 'power'));
    await engine.relay();
    await engine.ledger.forge(stream, { type: 'CaseFramed', payload: {} });
    const merged = engine.ledger.eventsOf(stream).at(-1);
    if (merged) await engine.signal(merged);
    await engine.until(async () => (await engine.counts(stream))['WORKFLOW_TASK_FAILED'] === 1, 'a task fails');
    expect(await engine.status(stream)).toBe('RUNNING');
    await engine.rest();
    await engine.work(await bundle(new URL('./later-release.workflows.ts', import.meta.url)));
    await engine.untilFolded(stream);
    expect((await engine.state(stream))?.head.number).toBe(3);
  }, 60_000);
});
