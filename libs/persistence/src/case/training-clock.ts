import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What time it is for a stream of a training case. */
export interface TrainingClock {
  readonly stream: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** By how many milliseconds that is ahead. */
  readonly ahead: number;
}

/** The clocks of a training case and of its meetings and reports, as far as something is still to happen to them. */
export async function trainingClocksOf(em: SqlEntityManager, caseNumber: string): Promise<TrainingClock[]> {
  const rows = await em.execute<{ id: string; now: number; ahead: number }[]>(
    `select s.id, c.ahead, extract(epoch from clock_timestamp())::float8 * 1000 as now
     from (select coalesce((state #>> '{training,ahead}')::float8, 0) as ahead from stream where id = ?) c
     join stream s on s.open and (s.id = ? or s.id like ?) order by s.id`,
    [caseNumber, caseNumber, `${caseNumber}-%`],
  );
  return rows.map(({ id: stream, now, ahead }) => ({ stream, now: Math.floor(now + ahead), ahead }));
}
