import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessIdentity } from './process-identity.ts';

/**
 * Ends a process: first by `signal`, and after `patience` milliseconds by SIGKILL to its whole group. Returns when it
 * is gone (or did not exist). Other processes that got its number since are left alone.
 */
export async function endProcess(identity: ProcessIdentity, signal: NodeJS.Signals, patience: number): Promise<void> {
  if (!isAlive(identity)) return;
  send(identity.pid, signal);
  if (await gone(identity, patience)) return;
  send(-identity.pid, 'SIGKILL');
  send(identity.pid, 'SIGKILL');
  await gone(identity, 5_000);
}

/** Sends a signal to a process (or, by a negative number, to a group); one that is gone is no error. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function gone(identity: ProcessIdentity, within: number): Promise<boolean> {
  const until = performance.now() + within;
  while (isAlive(identity)) {
    if (performance.now() > until) return false;
    await sleep(50);
  }
  return true;
}
