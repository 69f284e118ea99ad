import { MikroORM, type Logger, type LogContext } from '@mikro-orm/postgresql';
import { databaseOptions } from '@hotline/persistence';

/** A statement as the ORM was asked for it, before the values are put into its text. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** A database of which every statement is written down; `begin` and `commit` as well. */
export interface WatchedDatabase {
  readonly orm: MikroORM;
  /** What is asked of the database while the work is done; for work that comes one by one. */
  statementsOf(work: () => Promise<unknown>): Promise<Statement[]>;
}

/** Opens a database with the application's own options, and listens. */
export async function openWatchedDatabase(databaseUrl: string): Promise<WatchedDatabase> {
  const heard: Statement[] = [];
  const orm = await MikroORM.init({
    ...databaseOptions(databaseUrl),
    debug: ['query'],
    loggerFactory: () => listener((statement) => heard.push(statement)),
  });
  return {
    orm,
    async statementsOf(work) {
      heard.length = 0;
      await work();
      return heard.map(({ sql, values }) => ({ sql: sql.replaceAll(/\s+/g, ' ').trim(), values }));
    },
  };
}

function listener(hear: (statement: Statement) => void): Logger {
  const silent = (): void => undefined;
  return {
    log: silent,
    error: silent,
    warn: silent,
    setDebugMode: silent,
    isEnabled: (namespace) => namespace === 'query',
    logQuery: ({ query, params }: LogContext) => hear({ sql: query ?? '', values: params ?? [] }),
  };
}
