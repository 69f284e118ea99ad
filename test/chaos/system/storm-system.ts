import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fastPolicy } from '@hotline/domain';
import {
  anyFreePort,
  connectWhenUp,
  LITTLE_MEMORY,
  registerSearchAttributes,
  startMailCatcher,
  type MailCatcher,
} from '@hotline/infra';
import { SEARCH_ATTRIBUTES } from '@hotline/contracts-process';
import { findTemporalCli } from '../../../infra/local/bootstrap/cache.mjs';
import { untilAnswers } from '../../../infra/local/until-answers.ts';
import {
  databaseUrl,
  ensureDatabase,
  execute,
  openCluster,
  spawnServer,
  waitUntilReady,
} from '../../../infra/postgres/cluster.ts';
import { LINES, PARTS, type LineName, type PartName } from '../fault/fault.ts';
import { Line } from '../fault/line.ts';
import type { FakeClock } from './fake-clock.ts';
import { nodeProcess, Part } from './part.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const DATABASE = 'hotline';
const NAMESPACE = 'default';
const UP_WITHIN = 90_000;
/** Small segments and checkpoints: a recovery is quick, and a full disk is met soon. */
const POSTGRES = { max_connections: '200', max_wal_size: '64MB', checkpoint_timeout: '30s' };

/** Where things are that are not to be troubled: for whoever looks at the end. */
export interface Plain {
  readonly databaseUrl: string;
  readonly temporal: string;
}

/** The whole system in processes of its own, with a line between any two of them that talk. */
export interface StormSystem {
  readonly parts: Readonly<Record<PartName, Part>>;
  readonly lines: Readonly<Record<LineName, Line>>;
  readonly mail: MailCatcher;
  /** Where the people reach the API. */
  readonly url: string;
  readonly plain: Plain;
  stop(): Promise<void>;
}

export interface SystemPlace {
  /** For logs and Temporal's file. */
  readonly folder: string;
  /** For PostgreSQL. */
  readonly cluster: string;
  /** Where the clocks of API and worker can be moved. */
  readonly clock: FakeClock | undefined;
  readonly secondsPerWorkingDay: number;
}

type Ports = Readonly<Record<'api' | 'metrics' | 'postgres' | 'temporal', number>>;

/** Starts everything on free ports with the sown city under the fast policy; returns when it can be used. */
export async function startStormSystem(place: SystemPlace): Promise<StormSystem> {
  mkdirSync(join(place.folder, 'log'), { recursive: true });
  const [api, metrics, postgres, temporal] = [
    await anyFreePort(),
    await anyFreePort(),
    await anyFreePort(),
    await anyFreePort(),
  ];
  const ports = { api, metrics, postgres, temporal };
  const mail = await startMailCatcher();
  const lines = await openLines(ports, mail.port);
  const parts = makeParts(place, ports, lines);
  const stop = async (): Promise<void> => {
    await Promise.all([parts.api.stop(), parts.worker.stop('SIGKILL'), parts.relay.stop()]);
    await Promise.all([parts.temporal.stop(), parts.postgres.stop('SIGINT'), mail.stop()]);
    await Promise.all(Object.values(lines).map((line) => line.close()));
  };
  const plain = { databaseUrl: databaseUrl(postgres, DATABASE), temporal: `127.0.0.1:${temporal}` };
  try {
    await Promise.all([
      sow(place, parts.postgres, postgres, plain.databaseUrl),
      startTemporal(parts.temporal, plain.temporal),
    ]);
    await Promise.all([parts.api.start(), parts.worker.start(), parts.relay.start()]);
    const patience = AbortSignal.timeout(UP_WITHIN);
    await Promise.all([
      untilAnswers(`http://127.0.0.1:${api}/readyz`, UP_WITHIN, patience),
      untilAnswers(`http://127.0.0.1:${metrics}/metrics`, UP_WITHIN, patience),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { parts, lines, mail, url: `http://127.0.0.1:${lines['people-api'].port}`, plain, stop };
}

async function openLines(ports: Ports, mail: number): Promise<Record<LineName, Line>> {
  const to: Record<LineName, number> = {
    'people-api': ports.api,
    'api-postgres': ports.postgres,
    'relay-postgres': ports.postgres,
    'worker-postgres': ports.postgres,
    'relay-temporal': ports.temporal,
    'worker-temporal': ports.temporal,
    'worker-mail': mail,
  };
  const opened = await Promise.all(LINES.map(async (name) => [name, await Line.open(to[name])] as const));
  return Object.fromEntries(opened) as Record<LineName, Line>;
}

function makeParts(place: SystemPlace, ports: Ports, lines: Record<LineName, Line>): Record<PartName, Part> {
  const log = (name: string): string => join(place.folder, 'log', `${name}.log`);
  const over = (postgres: LineName, temporal: LineName): Record<string, string> => ({
    DATABASE_URL: databaseUrl(lines[postgres].port, DATABASE),
    TEMPORAL_ADDRESS: `127.0.0.1:${lines[temporal].port}`,
    PUBLIC_URL: `http://127.0.0.1:${lines['people-api'].port}`,
    LOG_LEVEL: 'info',
  });
  const api = nodeProcess(REPOSITORY, 'apps/api/dist/main.js', {
    ...over('api-postgres', 'relay-temporal'),
    ...place.clock?.environment,
    API_HOST: '127.0.0.1',
    API_PORT: String(ports.api),
    RELAY: 'off',
    LOG_LEVEL: 'warn',
  });
  const worker = nodeProcess(
    REPOSITORY,
    'apps/worker/src/main.ts',
    {
      ...LITTLE_MEMORY.environment,
      ...over('worker-postgres', 'worker-temporal'),
      ...place.clock?.environment,
      SMTP_URL: `smtp://127.0.0.1:${lines['worker-mail'].port}`,
      MAIL_FROM: '12345 <hotline@city.example>',
      METRICS_PORT: String(ports.metrics),
      WORKFLOW_BUNDLE: join(REPOSITORY, 'apps/worker/dist/workflow-bundle.js'),
    },
    LITTLE_MEMORY.flags,
  );
  const relay = nodeProcess(REPOSITORY, 'apps/api/dist/relay.main.js', over('relay-postgres', 'relay-temporal'));
  const postgres = async (output: number) => {
    const cluster = await openCluster(place.cluster, { durable: true });
    return spawnServer(cluster, ports.postgres, POSTGRES, ['ignore', output, output]);
  };
  const temporal = (output: number) => temporalServer(place.folder, ports.temporal, output);
  const begins = { api, worker, relay, postgres, temporal };
  const made = PARTS.map((name) => [name, new Part(name, log(name), begins[name])] as const);
  return Object.fromEntries(made) as Record<PartName, Part>;
}

function temporalServer(folder: string, port: number, output: number) {
  const cli = findTemporalCli();
  if (!cli) throw new Error('There is no Temporal CLI: "npm run chaos" provides one.');
  const place = ['--ip', '127.0.0.1', '--port', String(port), '--db-filename', join(folder, 'temporal.db')];
  const args = ['server', 'start-dev', '--headless', '--log-level', 'error', ...place];
  return spawn(cli, args, { stdio: ['ignore', output, output] });
}

async function startTemporal(part: Part, address: string): Promise<void> {
  await part.start();
  const connection = await connectWhenUp(address, NAMESPACE, UP_WITHIN);
  await registerSearchAttributes(connection, NAMESPACE, SEARCH_ATTRIBUTES);
  await connection.close();
}

async function sow(place: SystemPlace, part: Part, port: number, url: string): Promise<void> {
  await part.start();
  await waitUntilReady(databaseUrl(port, 'postgres'), UP_WITHIN);
  await ensureDatabase(port, DATABASE);
  await command(place, url, 'migrate');
  await command(place, url, 'seed', '--policy', 'fast', '--no-calls');
  const policy = JSON.stringify(fastPolicy(place.secondsPerWorkingDay)).replaceAll("'", "''");
  await execute(url, `update policy set rules = '${policy}'::jsonb where in_force_since is not null`);
}

async function command({ folder }: SystemPlace, url: string, ...args: string[]): Promise<void> {
  const file = join(folder, 'log', 'command.log');
  const output = openSync(file, 'a');
  const child = spawn(process.execPath, [join(REPOSITORY, 'apps/command/src/main.ts'), ...args], {
    cwd: REPOSITORY,
    env: { ...process.env, TZ: 'Asia/Shanghai', NODE_OPTIONS: '', DATABASE_URL: url },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the command ${args[0]} failed, see ${file}`);
}
