import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CommandError } from '../command-error.ts';

/** A system of the demonstration's own, on free ports, with its data in a folder that is deleted afterwards. */
export interface OwnSystem {
  readonly url: string;
  readonly mailPage: string;
  stop(): Promise<void>;
}

const START = fileURLToPath(new URL('../../../../infra/local/start.main.ts', import.meta.url));
const runningSystem = z.object({ url: z.url(), mailPage: z.url() });

/**
 * Starts the whole system with the fast policy, as `npm start -- --fast` does, and shows what it says.
 *
 * @throws CommandError when it does not come up
 */
export async function startOwnSystem(signal: AbortSignal): Promise<OwnSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'hotline-demo-'));
  // A process group of its own: a Ctrl-C at the terminal reaches this process alone, which then stops it in order.
  const child = spawn(process.execPath, [START, '--fast', '--data', folder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await whereItRuns(join(folder, 'running.json'), child, signal)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function whereItRuns(
  file: string,
  child: { readonly exitCode: number | null },
  signal: AbortSignal,
): Promise<z.infer<typeof runningSystem>> {
  for (;;) {
    signal.throwIfAborted();
    const written = await readFile(file, 'utf8').catch(() => '');
    if (written.endsWith('}')) return runningSystem.parse(JSON.parse(written));
    if (child.exitCode !== null)
      throw new CommandError(
        '演示用的系统没有启动，原因见上。',
        'The system for the demonstration did not start; see above why.',
      );
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
