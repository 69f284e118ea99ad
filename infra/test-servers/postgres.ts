import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, send } from '../processes/ending.ts';
import { anyFreePort } from '../processes/free-port.ts';
import { identityOf } from '../processes/process-identity.ts';
import { postgresAccount } from '../postgres/account.ts';
import {
  databaseUrl,
  endOrphanServer,
  execute,
  openCluster,
  spawnServer,
  waitUntilReady,
  type Cluster,
} from '../postgres/cluster.ts';
import { temporaryRoot } from '../postgres/data-folder.ts';

const FOLDER = 'hotline-postgres-';
const PASSING = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
const DURABLE = { max_connections: '200' };

/** A throwaway PostgreSQL for tests. */
export interface TestPostgres {
  /** The address of its maintenance database, to be given to {@link createDatabase}. */
  readonly url: string;
  /** A new database, empty or a copy of the template; see {@link createDatabase}. */
  createDatabase(template?: string): Promise<string>;
  /** Stops the server and starts it again on the same port; a crash ends it by SIGKILL first. */
  restart(how?: 'clean' | 'crash'): Promise<void>;
  /** Stops the server and deletes its files. */
  stop(): Promise<void>;
}

/**
 * Starts a throwaway PostgreSQL 18 on a free port in a folder for passing files, in about 2 s. It is deleted by
 * `stop`, at the end of this process, or, when this process is killed, by the next start of any.
 *
 * @param options `durable: true` flushes to disk as a real server does
 */
export async function startPostgres(options: { durable?: boolean } = {}): Promise<TestPostgres> {
  const root = await temporaryRoot(await postgresAccount());
  await removeLeftovers(root);
  const home = mkdtempSync(join(root, `${FOLDER}${process.pid}-`));
  const durable = options.durable ?? false;
  chmodSync(home, 0o711);
  const cluster = await openCluster(join(home, 'cluster'), { durable });
  const port = await anyFreePort();
  const url = databaseUrl(port, 'postgres');
  let server = await startServer(cluster, port, durable);
  const atExit = (): void => {
    if (server.pid) send(server.pid, 'SIGQUIT');
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', atExit);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const identity = server.pid ? identityOf(server.pid) : undefined;
    if (identity) await endProcess(identity, signal, 15_000);
  };
  return {
    url,
    createDatabase: (template) => createDatabase(url, template),
    async restart(how = 'clean') {
      await end(how === 'crash' ? 'SIGKILL' : 'SIGINT');
      await endOrphanServer(cluster.folder);
      server = await startServer(cluster, port, durable);
    },
    async stop() {
      process.off('exit', atExit);
      await end('SIGINT');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/**
 * Makes a new database with a name of its own and returns its address. Copying a migrated template takes about 50 ms.
 *
 * @param url the address of any database of the server; the user must be allowed to create databases
 * @param template the name of the database to copy; nobody may be connected to it
 */
export async function createDatabase(url: string, template?: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(url, `create database "${name}"${template === undefined ? '' : ` template "${template}"`}`);
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

async function startServer(cluster: Cluster, port: number, durable: boolean): Promise<ReturnType<typeof spawnServer>> {
  const server = spawnServer(cluster, port, durable ? DURABLE : PASSING, 'ignore');
  server.unref();
  await waitUntilReady(databaseUrl(port, 'postgres'), 30_000);
  return server;
}

async function removeLeftovers(root: string): Promise<void> {
  for (const name of readdirSync(root)) {
    const owner = name.startsWith(FOLDER) ? Number(name.slice(FOLDER.length).split('-')[0]) : Number.NaN;
    if (Number.isNaN(owner) || identityOf(owner)) continue;
    await endOrphanServer(join(root, name, 'cluster'));
    rmSync(join(root, name), { recursive: true, force: true });
  }
}
