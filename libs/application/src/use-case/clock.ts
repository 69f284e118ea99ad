import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '@hotline/domain';

/** Where a fact's time comes from: read once per use case (DESIGN, section 6). */
export interface Clock {
  now(em: SqlEntityManager): Promise<Instant>;
}

/** The database's clock, so that every process tells the same time. */
export const databaseClock: Clock = {
  async now(em) {
    const [row] = await em.execute<{ now: string | Date }[]>(
      `select date_trunc('milliseconds', clock_timestamp()) as now`,
    );
    if (!row) throw new Error('the database told no time');
    return new Date(row.now).toISOString();
  },
};
