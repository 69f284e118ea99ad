import { join } from 'node:path';
import { SEARCH_ATTRIBUTES } from '@hotline/contracts-process';
import { execute } from '../postgres/cluster.ts';
import type { InstanceLock } from './instance-lock.ts';
import { logFile } from './log-file.ts';
import type { StartOptions } from './options.ts';
import { apiPart } from './parts/api.part.ts';
import { mailCatcherPart } from './parts/mail-catcher.part.ts';
import { builtInDatabaseUrl, postgresPart } from './parts/postgres.part.ts';
import { checkTemporalElsewhere, temporalPart } from './parts/temporal.part.ts';
import { workerPart } from './parts/worker.part.ts';
import type { Ports } from './ports.ts';
import { REPOSITORY } from './repository.ts';
import { CannotRun, say } from './saying.ts';
import { runStep, type Step } from './step.ts';
import { SupervisedPart, type Part, type Supervision } from './supervise.ts';

type Place = 'applications' | 'temporal' | 'mail' | 'postgres';

/** The whole system on this machine. */
export class LocalSystem {
  readonly databaseUrl: string;
  readonly #options: StartOptions;
  readonly #ports: Ports;
  readonly #supervision: Supervision;
  readonly #failed = new AbortController();
  /** Comes when a person stops the starting, or a part of it failed. */
  readonly #signal: AbortSignal;
  readonly #environment: Record<string, string>;
  /** In the order of ending. */
  readonly #parts = {
    applications: [] as SupervisedPart[],
    temporal: [] as SupervisedPart[],
    mail: [] as SupervisedPart[],
    postgres: [] as SupervisedPart[],
  };

  /**
   * Composes the system of its parts.
   *
   * @param signal stops the starting wherever it is; `stop` must be called afterwards
   * @param giveUp told when a part does not stay up
   */
  constructor(
    options: StartOptions,
    ports: Ports,
    lock: InstanceLock,
    signal: AbortSignal,
    giveUp: (reason: CannotRun) => void,
  ) {
    this.#options = options;
    this.#ports = ports;
    this.#signal = AbortSignal.any([signal, this.#failed.signal]);
    this.#supervision = { lock, giveUp, logOf: (name) => logFile(join(options.data, 'log'), name) };
    this.databaseUrl = options.databaseUrl ?? builtInDatabaseUrl(ports.postgres);
    this.#environment = childEnvironment(options, ports, this.databaseUrl);
  }

  /** Starts everything; returns when it can be used. Rejects when a part cannot be started or the signal comes. */
  async start(): Promise<void> {
    const { api, metrics } = this.#ports;
    const environment = this.#environment;
    await this.#together([this.#startDatabase(), this.#startTemporal(), this.#startMail(), this.#once(nxBuild())]);
    await this.#together([
      this.#run('applications', apiPart(api, environment)),
      this.#run('applications', workerPart(metrics, environment)),
    ]);
  }

  /** Ends all that was started, in order: API and worker, Temporal, the mail catcher, PostgreSQL. */
  async stop(): Promise<void> {
    for (const parts of Object.values(this.#parts)) await Promise.all(parts.map((part) => part.stop()));
  }

  /** Ends all of it at once. */
  kill(): void {
    for (const part of Object.values(this.#parts).flat()) part.kill();
  }

  async #startDatabase(): Promise<void> {
    const { databaseUrl, data, fast } = this.#options;
    if (databaseUrl) await checkDatabaseElsewhere(databaseUrl);
    else await this.#run('postgres', postgresPart(join(data, 'postgres'), this.#ports.postgres, this.#signal));
    await this.#once(command('migrate', '数据库升级 migrate', [], this.#environment));
    const policy = fast ? 'fast' : 'standard';
    await this.#once(command('seed', '初始数据 seed', ['--policy', policy], this.#environment));
  }

  async #startTemporal(): Promise<void> {
    const { temporalAddress, temporalNamespace: namespace, data } = this.#options;
    const { temporal: port, temporalUi: uiPort } = this.#ports;
    if (temporalAddress) return checkTemporalElsewhere(temporalAddress, namespace, SEARCH_ATTRIBUTES, this.#signal);
    const place = { file: join(data, 'temporal.db'), namespace, port, uiPort };
    await this.#run('temporal', temporalPart(place, SEARCH_ATTRIBUTES));
  }

  async #startMail(): Promise<void> {
    if (this.#options.smtpUrl) return;
    await this.#run('mail', mailCatcherPart(join(this.#options.data, 'mail'), this.#ports));
  }

  /** Waits for all, so that nothing is still starting when the first failure, which ends the others, is thrown. */
  async #together(works: Promise<void>[]): Promise<void> {
    await Promise.all(works.map((work) => work.catch((reason: unknown) => this.#failed.abort(reason))));
    this.#failed.signal.throwIfAborted();
  }

  async #run(place: Place, part: Part): Promise<void> {
    const supervised = new SupervisedPart(part, this.#supervision);
    this.#parts[place].push(supervised);
    await timed(part.title, () => supervised.start(this.#signal));
  }

  async #once(step: Step): Promise<void> {
    const { lock, logOf } = this.#supervision;
    await timed(step.title, () => runStep(step, logOf(step.name), lock, this.#signal));
  }
}

function childEnvironment(options: StartOptions, ports: Ports, databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: options.temporalAddress ?? `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: options.temporalNamespace,
    SMTP_URL: options.smtpUrl ?? `smtp://127.0.0.1:${ports.smtp}`,
    PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://localhost:${ports.api}`,
  };
}

function command(name: string, title: string, args: string[], environment: Record<string, string>): Step {
  return {
    name,
    title,
    command: process.execPath,
    args: [join(REPOSITORY, 'apps/command/src/main.ts'), name, ...args],
    environment,
  };
}

/** Nx takes what has not changed from its cache, in about a second. */
function nxBuild(): Step {
  const nx = join(REPOSITORY, 'node_modules', '.bin', 'nx');
  const args = [nx, 'run-many', '-t', 'build', '--outputStyle=static'];
  return {
    name: 'build',
    title: '构建 build',
    command: process.execPath,
    args,
    environment: { NX_DAEMON: 'false', NX_NO_CLOUD: 'true' },
  };
}

async function checkDatabaseElsewhere(url: string): Promise<void> {
  try {
    await execute(url, 'select 1');
  } catch (cause) {
    throw new CannotRun(
      'DATABASE_URL 指定的数据库无法连接。',
      `The database of DATABASE_URL cannot be reached: ${(cause as Error).message}. Correct it, or leave it out to use the built-in one.`,
      { cause },
    );
  }
}

async function timed(title: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`  ✓ ${title}`, `${seconds} s`);
}
