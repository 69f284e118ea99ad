import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { findTemporalCli, findTimeSkippingServer } from '../local/bootstrap/cache.mjs';
import { endProcess, send } from '../processes/ending.ts';
import { anyFreePort } from '../processes/free-port.ts';
import { givingWay } from '../processes/gives-way.ts';
import { identityOf } from '../processes/process-identity.ts';
import {
  addSearchAttributes,
  registerSearchAttributes,
  type SearchAttributeTypes,
} from '../temporal/search-attributes.ts';
import { connectWhenUp } from '../temporal/connection.ts';

const NAMESPACE = 'default';

/** The development server with an SQLite file of its own, which a test can stop and start again. */
export interface TestTemporalServer {
  /** host:port */
  readonly address: string;
  readonly namespace: string;
  /** The server's process; undefined while none was started. */
  readonly pid: number | undefined;
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
  if (Object.keys(searchAttributes).length > 0) {
    await addSearchAttributes(env.connection, env.namespace ?? NAMESPACE, searchAttributes);
  }
  return env;
}

/**
 * Starts the real server's development form on a free port: everything works, time does not skip. About 1 s.
 *
 * @param options `searchAttributes` are registered and usable in queries before it returns; `givesWay`: to the API
 *   and the database, as `npm start` runs it (beside a whole test run it would starve)
 * @throws Error when there is no Temporal CLI; `npm test` provides one
 */
export async function startTemporalDevServer(
  options: { searchAttributes?: SearchAttributeTypes; givesWay?: boolean } = {},
): Promise<TestTemporalServer> {
  const { searchAttributes = {}, givesWay = false } = options;
  const server = new DevServer(await anyFreePort(), searchAttributes, givesWay);
  await server.resume();
  return server;
}

class DevServer implements TestTemporalServer {
  readonly address: string;
  readonly namespace = NAMESPACE;
  readonly #port: number;
  readonly #attributes: SearchAttributeTypes;
  readonly #givesWay: boolean;
  readonly #home = mkdtempSync(join(tmpdir(), 'hotline-temporal-'));
  #process: ChildProcess | undefined;

  constructor(port: number, attributes: SearchAttributeTypes, givesWay: boolean) {
    this.address = `127.0.0.1:${port}`;
    this.#port = port;
    this.#attributes = attributes;
    this.#givesWay = givesWay;
    process.once('exit', this.#atExit);
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  async halt(how: 'clean' | 'crash' = 'clean'): Promise<void> {
    const identity = this.#process?.pid ? identityOf(this.#process.pid) : undefined;
    if (identity) await endProcess(identity, how === 'crash' ? 'SIGKILL' : 'SIGTERM', 15_000);
  }

  async resume({ fresh = false } = {}): Promise<void> {
    const cli = findTemporalCli();
    if (!cli) {
      throw new Error('There is no Temporal CLI: run "npm test" once, it provides one, or put "temporal" on the PATH.');
    }
    const file = join(this.#home, 'temporal.db');
    if (fresh) for (const suffix of ['', '-shm', '-wal']) rmSync(`${file}${suffix}`, { force: true });
    const place = ['--ip', '127.0.0.1', '--port', String(this.#port), '--db-filename', file];
    const args = ['server', 'start-dev', '--headless', '--log-level', 'error', ...place];
    this.#process = spawn(...givingWay(cli, args, this.#givesWay), { stdio: 'ignore' });
    this.#process.unref();
    const connection = await connectWhenUp(this.address, NAMESPACE, 60_000);
    await registerSearchAttributes(connection, NAMESPACE, this.#attributes);
    await connection.close();
  }

  async stop(): Promise<void> {
    process.off('exit', this.#atExit);
    await this.halt();
    rmSync(this.#home, { recursive: true, force: true });
  }

  readonly #atExit = (): void => {
    if (this.#process?.pid) send(this.#process.pid, 'SIGKILL');
    rmSync(this.#home, { recursive: true, force: true });
  };
}
