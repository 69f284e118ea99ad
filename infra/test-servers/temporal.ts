import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { findTemporalCli, findTimeSkippingServer } from '../local/bootstrap/cache.mjs';
import { endProcess, send } from '../processes/ending.ts';
import { anyFreePort } from '../processes/free-port.ts';
import { identityOf } from '../processes/process-identity.ts';
import {
  addSearchAttributes,
  registerSearchAttributes,
  type SearchAttributeTypes,
} from '../temporal/search-attributes.ts';
import { connectWhenUp } from '../temporal/connection.ts';

/** The development server with an SQLite file of its own, which a test can stop and start again. */
export interface TestTemporalServer {
  /** host:port */
  readonly address: string;
  readonly namespace: string;
  /** Ends the server; its data stay. `how: 'crash'` is SIGKILL. */
  halt(how?: 'clean' | 'crash'): Promise<void>;
  /** Starts it again on the same port, with the same data or, by `fresh: true`, as a new server that knows nothing. */
  resume(options?: { fresh?: boolean }): Promise<void>;
  /** Ends the server and deletes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the test server whose clock jumps over timers, with the SDK's environment around it. Its clock is one for
 * all: give every suite its own server, and let only `env.sleep()` move time.
 *
 * @param searchAttributes registered before it returns
 */
export async function startTimeSkippingServer(
  searchAttributes: SearchAttributeTypes = {},
): Promise<TestWorkflowEnvironment> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const path = findTimeSkippingServer();
  const executable = path ? ({ type: 'existing-path', path } as const) : ({ type: 'cached-download' } as const);
  const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  if (Object.keys(searchAttributes).length > 0)
    await addSearchAttributes(env.connection, env.namespace ?? 'default', searchAttributes);
  return env;
}

/**
 * Starts the real server's development form on free ports: everything works, time does not skip. About 1 s.
 *
 * @param options `searchAttributes` are registered and usable in queries before it returns
 * @throws Error when there is no Temporal CLI; `npm test` provides one
 */
export async function startTemporalDevServer(
  options: { searchAttributes?: SearchAttributeTypes } = {},
): Promise<TestTemporalServer> {
  const cli = findTemporalCli();
  if (!cli)
    throw new Error('There is no Temporal CLI: run "npm test" once, it provides one, or put "temporal" on the PATH.');
  const home = mkdtempSync(join(tmpdir(), 'hotline-temporal-'));
  const port = await anyFreePort();
  const address = `127.0.0.1:${port}`;
  const file = join(home, 'temporal.db');
  const start = async (): Promise<ChildProcess> => {
    const flags = [
      '--headless',
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--db-filename',
      file,
      '--log-level',
      'error',
    ];
    const child = spawn(cli, ['server', 'start-dev', ...flags], { stdio: 'ignore' });
    child.unref();
    const connection = await connectWhenUp(address, 'default', 60_000);
    await registerSearchAttributes(connection, 'default', options.searchAttributes ?? {});
    await connection.close();
    return child;
  };
  let server = await start();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const identity = server.pid ? identityOf(server.pid) : undefined;
    if (identity) await endProcess(identity, signal, 15_000);
  };
  const atExit = (): void => {
    if (server.pid) send(server.pid, 'SIGKILL');
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', atExit);
  return {
    address,
    namespace: 'default',
    halt: (how = 'clean') => end(how === 'crash' ? 'SIGKILL' : 'SIGTERM'),
    async resume({ fresh = false } = {}) {
      if (fresh) for (const suffix of ['', '-shm', '-wal']) rmSync(`${file}${suffix}`, { force: true });
      server = await start();
    },
    async stop() {
      process.off('exit', atExit);
      await end('SIGTERM');
      rmSync(home, { recursive: true, force: true });
    },
  };
}
