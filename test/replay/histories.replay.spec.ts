import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { bundle } from '../engine/engine.ts';

const folder = new URL('histories/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

const replay = async (code: string, name: string): Promise<void> => {
  const history: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  await Worker.runReplayHistory({ workflowBundle: { code } }, history);
};

describe('recorded histories', () => {
  let present: string;
  let changed: string;
  beforeAll(async () => {
    Runtime.install({
      logger: new DefaultLogger('ERROR', () => undefined),
      shutdownSignals: [],
      telemetryOptions: { logging: { forward: {}, filter: { core: 'ERROR', other: 'ERROR' } } },
    });
    present = await bundle();
    changed = await bundle(new URL('changed.workflows.ts', import.meta.url));
  }, 60_000);

  it.each(names)('%s replays', async (name) => {
    await expect(replay(present, name)).resolves.toBeUndefined();
  });

  it('do not replay when workflows do something else than they did', async () => {
    await expect(replay(changed, 'whole')).rejects.toMatchObject({ name: 'DeterminismViolationError' });
  });
});
