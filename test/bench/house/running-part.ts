import { endProcess, send } from '../../../infra/processes/ending.ts';
import { identityOf } from '../../../infra/processes/process-identity.ts';
import type { Part } from '../../../infra/local/supervise.ts';

/** A process of the system itself, as `npm start` runs it. */
export interface RunningPart {
  readonly pid: number;
  /** Milliseconds from its start until it could be used. */
  readonly readyAfter: number;
  /** SIGKILL, as a power cut would be. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a part of the system and returns when it can be used; what it complains of goes to the standard error. */
export async function startPart(part: Part): Promise<RunningPart> {
  const begun = performance.now();
  const child = await part.spawn(['ignore', 2, 2]);
  child.unref();
  const pid = child.pid ?? 0;
  const identity = identityOf(pid);
  const atExit = (): void => send(pid, 'SIGKILL');
  process.once('exit', atExit);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    process.off('exit', atExit);
    if (identity) await endProcess(identity, signal, part.ending.patience);
  };
  const dead = new AbortController();
  child.once('exit', () => dead.abort(new Error(`${part.title} ended before it could be used`)));
  await part.untilReady(dead.signal).catch((error: unknown) => {
    throw dead.signal.aborted ? (dead.signal.reason as Error) : error;
  });
  return {
    pid,
    readyAfter: performance.now() - begun,
    kill: () => end('SIGKILL'),
    stop: () => end(part.ending.signal),
  };
}
