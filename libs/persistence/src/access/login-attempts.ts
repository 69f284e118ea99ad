import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Counts an attempt before it is judged, so that parallel attempts are counted too. Answers how many there were in the window. */
export async function countLoginAttempt(em: SqlEntityManager, key: string, windowSeconds: number): Promise<number> {
  const [row] = await em.execute<{ attempts: number }[]>(
    `insert into login_attempt (key, since, attempts) values (?, clock_timestamp(), 1)
     on conflict (key) do update set
       attempts = case when login_attempt.since < clock_timestamp() - make_interval(secs => ?) then 1 else login_attempt.attempts + 1 end,
       since = case when login_attempt.since < clock_timestamp() - make_interval(secs => ?) then clock_timestamp() else login_attempt.since end
     returning attempts`,
    [key, windowSeconds, windowSeconds],
  );
  return row?.attempts ?? 1;
}

export async function forgetLoginAttempts(em: SqlEntityManager, key: string): Promise<void> {
  await em.execute('delete from login_attempt where key = ?', [key]);
}
