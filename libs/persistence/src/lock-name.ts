import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Until this transaction ends, nobody else goes on who asks for the same name. */
export async function lockName(em: SqlEntityManager, name: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 12345))', [name]);
}
