import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SEARCH_ATTRIBUTES } from '@hotline/contracts-process';
import { hasRehydrated, insistOnWholeRestore, mustRehydrate } from '../backup/restore/restored-file.ts';
import { execute } from '../postgres/cluster.ts';
import { CLUSTER_DATABASES, type ClusterPlace } from '../temporal-cluster/place.ts';
import type { InstanceLock } from './instance-lock.ts';
import { logFile } from './log-file.ts';
import type { StartOptions } from './options.ts';
import { apiPart } from './parts/api.part.ts';
import { mailCatcherPart } from './parts/mail-catcher.part.ts';
import { builtInDatabaseUrl, postgresPart } from './parts/postgres.part.ts';
import { checkTemporalElsewhere, temporalPart } from './parts/temporal.part.ts';
import { clusterPrograms, temporalClusterPart, temporalUiPart } from './parts/temporal-cluster.part.ts';
import { WAL_FOR_THE_KEEPER, walKeeperPart } from './parts/wal-keeper.part.ts';
import { workerPart } from './parts/worker.part.ts';
import { chooseClusterPorts, type Ports } from './ports.ts';
import { REPOSITORY } from './repository.ts';
import { CannotRun, say } from './saying.ts';
import { runStep, type Step } from './step.ts';
import { SupervisedPart, type Part, type Supervision } from './supervise.ts';
import { WorkflowHome } from './workflow-home.ts';

/** The services of the Temporal cluster have a pool of connections each. */
const CONNECTIONS_WITH_CLUSTER = '300';

type Place = 'applications' | 'temporal' | 'mail' | 'postgres' | 'backup';

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
  readonly #workflowHome: WorkflowHome;
  /** In the order of ending. */
  readonly #parts = {
    applications: [] as SupervisedPart[],
    temporal: [] as SupervisedPart[],
    mail: [] as SupervisedPart[],
    postgres: [] as SupervisedPart[],
    backup: [] as SupervisedPart[],
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
    this.#workflowHome = new WorkflowHome(options);
  }

  /** Starts everything; returns when it can be used. Rejects when a part cannot be started or the signal comes. */
  async start(): Promise<void> {
    const { api, metrics } = this.#ports;
    const environment = this.#environment;
    const database = this.#startDatabase();
    await this.#together([
      database.then(() => this.#fillDatabase()),
      this.#startTemporal(database),
      this.#startMail(),
      this.#once(nxBuild()),
    ]);
    await this.#rehydrateIfRestored();
    await this.#together([
      this.#run('applications', apiPart(api, environment)),
      this.#run('applications', workerPart(metrics, environment)),
    ]);
    if (this.#workflowHome.isElsewhere) await this.#once(command('rehydrate', '流程重建 rehydrate', [], environment));
    this.#workflowHome.moved();
  }

  /** Ends all that was started, in order: API and worker, Temporal, the mail catcher, PostgreSQL, the keeper of its WAL. */
  async stop(): Promise<void> {
    for (const parts of Object.values(this.#parts)) await Promise.all(parts.map((part) => part.stop()));
  }

  /** Ends all of it at once. */
  kill(): void {
    for (const part of Object.values(this.#parts).flat()) part.kill();
  }

  async #startDatabase(): Promise<void> {
    const { databaseUrl, data, cluster } = this.#options;
    if (databaseUrl) return checkDatabaseElsewhere(databaseUrl);
    await insistOnWholeRestore(data);
    const connections: Record<string, string> = cluster ? { max_connections: CONNECTIONS_WITH_CLUSTER } : {};
    const settings = { ...WAL_FOR_THE_KEEPER, ...connections };
    await this.#run('postgres', postgresPart(join(data, 'postgres'), this.#ports.postgres, settings, this.#signal));
    await this.#run('backup', walKeeperPart(data, this.#ports.postgres));
  }

  /** After a restore of the database: nothing that Temporal knows from before may act, so no worker runs yet. */
  async #rehydrateIfRestored(): Promise<void> {
    const { data } = this.#options;
    if (!(await mustRehydrate(data))) return;
    await this.#once(command('rehydrate', '恢复后流程重建 rehydrate', ['--terminate'], this.#environment));
    await hasRehydrated(data);
  }

  async #fillDatabase(): Promise<void> {
    await this.#once(command('migrate', '数据库升级 migrate', [], this.#environment));
    const policy = this.#options.fast ? 'fast' : 'standard';
    await this.#once(command('seed', '初始数据 seed', ['--policy', policy], this.#environment));
  }

  /** @param database comes when PostgreSQL can be used: the cluster keeps its data there too */
  async #startTemporal(database: Promise<void>): Promise<void> {
    const { temporalAddress, temporalNamespace: namespace, data, cluster } = this.#options;
    const { temporal: port, temporalUi: uiPort } = this.#ports;
    if (temporalAddress) return checkTemporalElsewhere(temporalAddress, namespace, SEARCH_ATTRIBUTES, this.#signal);
    if (cluster) return database.then(() => this.#startTemporalCluster(namespace, uiPort));
    const place = { file: join(data, 'temporal.db'), namespace, port, uiPort };
    if (!existsSync(place.file)) this.#workflowHome.lost();
    await this.#run('temporal', temporalPart(place, SEARCH_ATTRIBUTES));
  }

  async #startTemporalCluster(namespace: string, uiPort: number): Promise<void> {
    const programs = clusterPrograms();
    const place: ClusterPlace = {
      postgres: this.databaseUrl,
      databases: CLUSTER_DATABASES,
      ports: await chooseClusterPorts(this.#ports),
      folder: join(this.#options.data, 'temporal-cluster'),
    };
    const empty = (): void => this.#workflowHome.lost();
    await this.#run('temporal', temporalClusterPart(programs, place, namespace, SEARCH_ATTRIBUTES, empty));
    await this.#run('temporal', temporalUiPart(programs, place, namespace, uiPort));
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
    MAILBOX_PORT: String(ports.mailbox),
    SMTP_URL: options.smtpUrl ?? `smtp://127.0.0.1:${ports.smtp}`,
    // Only the cluster skips time; its trainings' mails are caught where all are, or nowhere.
    ...(options.cluster && !options.temporalAddress ? { TRAINING: 'on' } : {}),
    ...(options.smtpUrl ? {} : { TRAINING_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}` }),
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
