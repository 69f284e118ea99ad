import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { endProcess } from '../processes/ending.ts';
import { commandLineOf, identityOf } from '../processes/process-identity.ts';
import { postgresAccount, type PostgresAccount } from './account.ts';
import { postgresBinaries, type PostgresBinaries } from './binaries.ts';
import { postgresDataFolder } from './data-folder.ts';

/** Name and password of the cluster's owner. It listens on the loopback address only. */
export const CLUSTER_OWNER = { user: 'hotline', password: 'hotline' } as const;

/** A PostgreSQL cluster on this machine's disk. */
export interface Cluster {
  readonly folder: string;
  readonly account: PostgresAccount;
  readonly binaries: PostgresBinaries;
}

/**
 * Opens the cluster in the folder, made first when it is not there: UTF-8, locale C.UTF-8 (with plain `C`, pg_trgm
 * finds nothing in Chinese). A making that was interrupted leaves nothing that could be taken for a cluster.
 *
 * @param wanted the folder; see {@link postgresDataFolder} for where it really is when root starts it
 * @param options `durable: false` skips the flush to disk, for passing clusters
 */
export async function openCluster(
  wanted: string,
  options: { durable: boolean; signal?: AbortSignal | undefined },
): Promise<Cluster> {
  const account = await postgresAccount();
  const [binaries, folder] = [await postgresBinaries(account), await postgresDataFolder(wanted, account)];
  const cluster = { folder, account, binaries };
  if (!existsSync(join(folder, 'PG_VERSION'))) await makeCluster(cluster, options);
  return cluster;
}

/**
 * Starts the server of a cluster as a process group of its own. It is ready when {@link waitUntilReady} says so.
 *
 * @param settings server settings such as `{ fsync: 'off' }`
 */
export function spawnServer(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
  stdio: StdioOptions,
): ChildProcess {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(cluster.binaries.postgres, ['-D', cluster.folder, '-p', String(port), ...flags], {
    ...cluster.account,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    detached: true,
    stdio,
  });
}

/** The address of a database of a cluster on this machine. */
export function databaseUrl(port: number, database: string): string {
  return `postgresql://${CLUSTER_OWNER.user}:${CLUSTER_OWNER.password}@127.0.0.1:${port}/${database}`;
}

/** Runs one statement on a connection of its own. */
export async function execute(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes the database unless it is there. */
export async function ensureDatabase(port: number, name: string): Promise<void> {
  const found = await execute(databaseUrl(port, 'postgres'), `select 1 from pg_database where datname = '${name}'`);
  if (found.rowCount === 0) await execute(databaseUrl(port, 'postgres'), `create database "${name}"`);
}

/**
 * Returns when the database answers a query.
 *
 * @param within milliseconds
 * @throws the last connection error when time is up, or the reason of the signal
 */
export async function waitUntilReady(url: string, within: number, signal?: AbortSignal): Promise<void> {
  const until = performance.now() + within;
  for (;;) {
    signal?.throwIfAborted();
    try {
      await execute(url, 'select 1');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
    }
    await sleep(100, undefined, signal ? { signal } : {});
  }
}

/**
 * Ends a server that an earlier, killed run left on this folder, and removes its pid file. A pid file whose number
 * belongs to another program now is stale and only removed.
 */
export async function endOrphanServer(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const identity = identityOf(pid);
  if (identity && commandLineOf(pid).includes(`-D ${folder}`)) await endProcess(identity, 'SIGINT', 20_000);
  await rm(file, { force: true });
}

async function makeCluster(
  cluster: Cluster,
  options: { durable: boolean; signal?: AbortSignal | undefined },
): Promise<void> {
  const { account, binaries, folder } = cluster;
  const making = await postgresDataFolder(join(dirname(folder), `${basename(folder)}.making`), account);
  await rm(making, { recursive: true, force: true });
  await postgresDataFolder(making, account);
  const password = join(making, '..', `${basename(making)}.password`);
  await writeFile(password, CLUSTER_OWNER.password, { mode: 0o644 });
  try {
    await runInitdb(
      binaries.initdb,
      account,
      [
        `--pgdata=${making}`,
        `--username=${CLUSTER_OWNER.user}`,
        `--pwfile=${password}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        ...(options.durable ? [] : ['--no-sync']),
      ],
      options.signal,
    );
    await rmdir(folder).catch((cause: unknown) => {
      throw new Error(
        `${folder} holds something that is not a PostgreSQL cluster. Move it away, or choose another folder.`,
        { cause },
      );
    });
    await rename(making, folder);
  } finally {
    await rm(password, { force: true });
    await rm(making, { recursive: true, force: true });
  }
}

function runInitdb(initdb: string, account: PostgresAccount, args: string[], signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' };
    const child = spawn(initdb, args, { ...account, cwd: '/', env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = (): void => void child.kill('SIGTERM');
    signal?.addEventListener('abort', stop);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted) reject(signal.reason as Error);
      else if (code === 0) resolve();
      else
        reject(
          new Error(
            `PostgreSQL could not be set up (initdb ended with ${code}): ${said.trim().split('\n').slice(-5).join(' ')}`,
          ),
        );
    });
  });
}
