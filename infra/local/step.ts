import { spawn } from 'node:child_process';
import { endProcess } from '../processes/ending.ts';
import { identityOf } from '../processes/process-identity.ts';
import type { InstanceLock } from './instance-lock.ts';
import type { LogFile } from './log-file.ts';
import { REPOSITORY } from './repository.ts';
import { CannotRun } from './saying.ts';

/** A command that is run once and must end well, such as a migration. */
export interface Step {
  readonly name: string;
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Record<string, string>;
}

/**
 * Runs the step, its output in its log.
 *
 * @throws CannotRun with the end of the log when it fails; the reason of the signal once it is ended by it
 */
export async function runStep(step: Step, log: LogFile, lock: InstanceLock, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const output = log.open();
  const child = spawn(step.command, step.args, {
    cwd: REPOSITORY,
    env: { ...process.env, TZ: 'Asia/Shanghai', FORCE_COLOR: '0', ...step.environment },
    detached: true,
    stdio: ['ignore', output.descriptor, output.descriptor],
  });
  output.close();
  const identity = child.pid === undefined ? undefined : identityOf(child.pid);
  if (identity) lock.record(step.name, identity.pid);
  const stop = (): void => void (identity && endProcess(identity, 'SIGTERM', 5_000));
  signal.addEventListener('abort', stop);
  const how = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, by) => resolve(code === 0 ? '' : (by ?? `exit code ${code}`)));
  });
  signal.removeEventListener('abort', stop);
  lock.forget(step.name);
  signal.throwIfAborted();
  if (how === '') return;
  throw new CannotRun(
    `${step.title} 失败。日志 ${log.path}：`,
    `"${step.name}" failed (${how}). The end of ${log.path}:\n${log.lastLines(40)}`,
  );
}
