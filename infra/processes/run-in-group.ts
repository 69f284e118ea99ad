import { spawn } from 'node:child_process';
import { REPOSITORY } from '../local/repository.ts';
import { send } from './ending.ts';

/** What is asked to end and does not is killed so many milliseconds later. */
const HARD = 10_000;

interface Running {
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Asked to end by this, it ends with all it started. */
  readonly signal: AbortSignal;
  /** Milliseconds after which it is ended: a loop that never yields is stopped by no limit of a test. */
  readonly within?: number;
}

/** Runs Node in the repository, in a process group of its own, and shows what it says. Whether it ended well. */
export function runInGroup({ args, environment = {}, signal, within }: Running): Promise<boolean> {
  return new Promise((resolve) => {
    const env = { ...process.env, TZ: 'Asia/Shanghai', NX_DAEMON: 'false', NX_NO_CLOUD: 'true', ...environment };
    const child = spawn(process.execPath, args, {
      cwd: REPOSITORY,
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const group = child.pid === undefined ? undefined : -child.pid;
    const stop = (): void => {
      if (group === undefined) return;
      send(group, 'SIGTERM');
      setTimeout(() => send(group, 'SIGKILL'), HARD).unref();
    };
    const limit =
      within === undefined
        ? undefined
        : setTimeout(() => {
            console.log(`超时 ${within / 60_000} 分钟  ended after ${within / 60_000} minutes`);
            stop();
          }, within);
    signal.addEventListener('abort', stop);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      clearTimeout(limit);
      signal.removeEventListener('abort', stop);
      resolve(code === 0);
    });
  });
}
