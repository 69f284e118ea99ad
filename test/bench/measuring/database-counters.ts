import pg from 'pg';
import { parentOf } from './process-meter.ts';

/** What a database server has counted since it was made. */
export interface DatabaseCounters {
  /** Transactions committed in this database. */
  readonly commits: number;
  /** Bytes of write-ahead log, of the whole server. */
  readonly wal: number;
  /** Bytes on disk of this database. */
  readonly bytes: number;
}

/** Reads the counters of a database; what sessions counted is seen a second after they rest. */
export async function readDatabaseCounters(databaseUrl: string): Promise<DatabaseCounters> {
  const [row] = await askDatabase<{ commits: string; wal: string; bytes: string }>(
    databaseUrl,
    `select xact_commit as commits, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as wal,
       pg_database_size(current_database()) as bytes
     from pg_stat_database where datname = current_database()`,
  );
  return { commits: Number(row?.commits), wal: Number(row?.wal), bytes: Number(row?.bytes) };
}

/** The process of the database server, whose children its backends are; it must run on this machine. */
export async function postmasterOf(databaseUrl: string): Promise<number> {
  return withDatabaseClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return parentOf(rows[0]?.pid ?? 0);
  });
}

/** Runs a question on a connection of its own. */
export function askDatabase<Row extends object>(
  databaseUrl: string,
  question: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return withDatabaseClient(
    databaseUrl,
    async (client) => (await client.query<Row & pg.QueryResultRow>(question, [...values])).rows,
  );
}

async function withDatabaseClient<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
