import type { MikroORM } from '@mikro-orm/postgresql';
import { openDatabase } from '@hotline/persistence';
import { CommandError } from '../command-error.ts';
import { configuration } from './command.configuration.ts';

/**
 * Does work on the configured database and closes it.
 *
 * @param connections how many may be open at once
 * @throws CommandError when the database cannot be reached
 */
export async function withDatabase<Result>(
  work: (orm: MikroORM) => Promise<Result>,
  connections = 10,
): Promise<Result> {
  const { databaseUrl } = configuration();
  const orm = await openDatabase(databaseUrl, { max: connections, silence: 0 });
  try {
    await reach(orm, databaseUrl);
    return await work(orm);
  } finally {
    await orm.close(true);
  }
}

async function reach(orm: MikroORM, databaseUrl: string): Promise<void> {
  try {
    await orm.em.fork().execute('select 1');
  } catch (cause) {
    const { host, pathname } = new URL(databaseUrl);
    throw new CommandError(
      `数据库无法连接（${host}${pathname}）。请先运行 npm start，或用 DATABASE_URL 指定。`,
      `The database at ${host}${pathname} cannot be reached: ${causeOf(cause)}. Run npm start first, or set DATABASE_URL.`,
      { cause },
    );
  }
}

function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message === '' && error instanceof Error && 'code' in error ? String(error.code) : message;
}
