import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { logFile, type LogFile } from '../../local/log-file.ts';
import { CannotRun, say } from '../../local/saying.ts';
import { databaseUrl, execute, spawnServer, type Cluster } from '../../postgres/cluster.ts';
import { endProcess } from '../../processes/ending.ts';
import { anyFreePort } from '../../processes/free-port.ts';
import { identityOf } from '../../processes/process-identity.ts';
import type { WalArchive } from '../wal/wal-archive.ts';
import { SLOT } from '../wal/receive-wal.ts';
import type { Moment } from './choose-backup.ts';

const TOO_EARLY_AN_END = 'recovery ended before configured recovery target was reached';
const SAY_EVERY = 5_000;

/** A server that has recovered and takes queries, for this machine alone. */
export interface RecoveredServer {
  readonly port: number;
  /** When the last change that it holds was committed; undefined when nothing was replayed. */
  readonly lastChangeAt: string | undefined;
  /** Ends it cleanly. */
  stop(): Promise<void>;
}

/**
 * Lets PostgreSQL replay the WAL that lies in the new cluster's `pg_wal`, up to and with what was committed at the moment,
 * and begin a new line of time there.
 *
 * @throws CannotRun with the end of the server's log when it does not get there
 */
export async function recover(
  cluster: Cluster,
  target: { readonly moment: Moment; readonly timeline: number },
  wal: WalArchive,
  logFolder: string,
  signal: AbortSignal,
): Promise<RecoveredServer> {
  await writeFile(join(cluster.folder, 'recovery.signal'), '');
  const log = logFile(logFolder, 'restore');
  const port = await anyFreePort();
  let server: ChildProcess;
  try {
    server = await replay(cluster, port, log, { ...target, signal });
  } catch (error) {
    if (!log.lastLines(30).includes(TOO_EARLY_AN_END) || target.moment === 'latest') throw error;
    // The WAL is kept until after the moment, but nothing was committed after it: its end is the moment's state.
    server = await replay(cluster, port, log, { moment: 'latest', timeline: target.timeline, signal });
  }
  const url = databaseUrl(port, 'postgres');
  const { rows } = await execute(
    url,
    `select pg_last_xact_replay_timestamp() as at,
            (select pg_create_physical_replication_slot('${SLOT}', true)) is not null as slot`,
  );
  const [row] = rows as { at: Date | null }[];
  await keepHistories(cluster, wal);
  const identity = server.pid === undefined ? undefined : identityOf(server.pid);
  return {
    port,
    lastChangeAt: row?.at?.toISOString(),
    async stop() {
      if (identity) await endProcess(identity, 'SIGINT', 60_000);
    },
  };
}

async function replay(
  cluster: Cluster,
  port: number,
  log: LogFile,
  target: { readonly moment: Moment; readonly timeline: number; readonly signal: AbortSignal },
): Promise<ChildProcess> {
  const output = log.open();
  const settings = {
    // All WAL lies in pg_wal already, each segment checked as it was copied there.
    restore_command: 'false',
    recovery_target_timeline: String(target.timeline),
    ...(target.moment === 'latest' ? {} : { recovery_target_time: timeOf(target.moment.at) }),
    recovery_target_action: 'promote',
    hot_standby: 'off',
    log_startup_progress_interval: '5s',
  };
  const server = spawnServer(cluster, port, settings, ['ignore', output.descriptor, output.descriptor]);
  output.close();
  const exited = once(server, 'exit');
  let gone = false;
  exited.then(
    () => (gone = true),
    () => (gone = true),
  );
  const stop = (): void => void server.kill('SIGINT');
  target.signal.addEventListener('abort', stop, { once: true });
  try {
    for (let said = performance.now(); !(await answers(port)); await sleep(200)) {
      if (target.signal.aborted) await exited;
      target.signal.throwIfAborted();
      if (gone) throw stopped(log);
      if (performance.now() - said < SAY_EVERY) continue;
      said = performance.now();
      const position = /current LSN: (\S+)/.exec(log.lastLines(5))?.[1];
      say(`  … 重放日志 ${position ?? ''}`, `replaying the WAL ${position ?? ''}`);
    }
  } finally {
    target.signal.removeEventListener('abort', stop);
  }
  return server;
}

async function answers(port: number): Promise<boolean> {
  return execute(databaseUrl(port, 'postgres'), 'select 1').then(
    () => true,
    () => false,
  );
}

/** Of an instant, what the server takes before it knows the names of time zones: `Z` is one. */
function timeOf(instant: string): string {
  return instant.replace('T', ' ').replace('Z', '+00');
}

function stopped(log: LogFile): CannotRun {
  return new CannotRun(
    `数据库恢复中断，原来的数据没有动。日志 ${log.path}：`,
    `PostgreSQL could not recover to that moment; the data in use were not touched. Try another moment. The end of ${log.path}:\n${log.lastLines()}`,
  );
}

/** The archive must know every line of time there was, or the next restore gives its number out again. */
async function keepHistories(cluster: Cluster, wal: WalArchive): Promise<void> {
  const folder = join(cluster.folder, 'pg_wal');
  const known = new Set(await wal.histories());
  for (const name of await readdir(folder))
    if (/^[0-9A-F]{8}\.history$/.test(name) && !known.has(name))
      await wal.keepHistory(Number.parseInt(name, 16), await readFile(join(folder, name), 'utf8'));
}
