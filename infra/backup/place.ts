import { readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { CannotRun } from '../local/saying.ts';
import { REPOSITORY } from '../local/repository.ts';
import { BackupFolder } from './backup-folder.ts';

/** Where a system keeps its data and its backups. */
export interface Place {
  /** Absolute path of the data folder of `npm start`. */
  readonly data: string;
  readonly backups: BackupFolder;
}

/**
 * The data folder that a person named, or the usual one, and the folder of its backups: `backup/` within, unless
 * BACKUP_FOLDER names another one, on another disk.
 */
export function placeOf(data: string | undefined, environment: NodeJS.ProcessEnv): Place {
  const caller = environment['INIT_CWD'] ?? '.';
  const folder = data === undefined ? resolve(REPOSITORY, '.data') : resolve(caller, data);
  return { data: folder, backups: new BackupFolder(backupFolderOf(folder, environment)) };
}

/** Absolute path of the folder of the backups of a data folder. */
export function backupFolderOf(data: string, environment: NodeJS.ProcessEnv): string {
  const wanted = environment['BACKUP_FOLDER'];
  return wanted ? resolve(environment['INIT_CWD'] ?? '.', wanted) : join(data, 'backup');
}

/** The built-in cluster of a data folder: the folder that PostgreSQL itself works in. */
export function clusterFolder(data: string): string {
  return join(data, 'postgres');
}

/** Why a database from elsewhere is neither backed up nor restored here. */
export function elsewhere(): CannotRun {
  return new CannotRun(
    '数据库由 DATABASE_URL 指定，不是自带的，请用它自己的工具备份和恢复：pg_basebackup、pgBackRest 或 Barman，见 docs/operations/backup.md。',
    'The database is the one of DATABASE_URL, not the built-in one. Back it up and restore it by its own means: pg_basebackup with pg_receivewal, pgBackRest or Barman; see "A database elsewhere" in docs/operations/backup.md.',
  );
}

/**
 * The address of the running built-in database of a data folder.
 *
 * @throws CannotRun when nothing runs there, or its database comes from elsewhere
 */
export async function runningDatabase({ data }: Place, environment: NodeJS.ProcessEnv): Promise<string> {
  if (environment['DATABASE_URL']) throw elsewhere();
  const running = await readFile(join(data, 'running.json'), 'utf8').catch(() => undefined);
  if (running === undefined)
    throw new CannotRun(
      `${data} 上没有正在运行的系统。请先运行 npm start，备份在系统运行时进行。`,
      `No system runs on ${data}. A backup is made while it runs: npm start, then, in another window, npm run backup.`,
    );
  const { databaseUrl } = JSON.parse(running) as { databaseUrl: string };
  if (!(await isBuiltIn(databaseUrl, data))) throw elsewhere();
  return databaseUrl;
}

async function isBuiltIn(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    return (
      (await realpath(clusterFolder(data)).catch(() => '')) === (await realpath(rows[0]?.folder ?? '').catch(() => '.'))
    );
  } catch (cause) {
    if ((cause as { code?: string }).code === '42501') return false;
    throw new CannotRun(
      '数据库没有应答，稍后再试；日志在数据目录的 log/postgres.log。',
      `The database does not answer (${(cause as Error).message}). Try again in a minute; its log is ${join(data, 'log', 'postgres.log')}.`,
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
