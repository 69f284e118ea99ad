import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** How often a key tried within its window, this time included, and in how many seconds the window ends. */
export interface LoginAttempts {
  readonly attempts: number;
  readonly secondsLeft: number;
}

/** Counts an attempt before it is judged, so that parallel attempts are counted too. */
export async function countLoginAttempt(
  em: SqlEntityManager,
  key: string,
  windowSeconds: number,
): Promise<LoginAttempts> {
  const [row] = await em.execute<{ attempts: number; seconds_left: number }[]>(
    `insert into login_attempt as l (key, since, attempts) values (?, clock_timestamp(), 1)
     on conflict (key) do update set
       attempts = case when l.since < clock_timestamp() - make_interval(secs => ?) then 1 else l.attempts + 1 end,
       since = case when l.since < clock_timestamp() - make_interval(secs => ?) then clock_timestamp() else l.since end
     returning attempts, ceil(? - extract(epoch from clock_timestamp() - since))::int as seconds_left`,
    [key, windowSeconds, windowSeconds, windowSeconds],
  );
  if (!row) throw new Error('an attempt was not counted');
  return { attempts: row.attempts, secondsLeft: Math.max(1, row.seconds_left) };
}

/** An attempt that was right does not count. */
export async function uncountLoginAttempt(em: SqlEntityManager, keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await em.execute('update login_attempt set attempts = greatest(attempts - 1, 0) where key = ?', [key]);
}

export async function forgetLoginAttempts(em: SqlEntityManager, key: string): Promise<void> {
  await em.execute('delete from login_attempt where key = ?', [key]);
}

/** Drops what no window counts any more. */
export async function dropOldLoginAttempts(em: SqlEntityManager, windowSeconds: number): Promise<void> {
  await em.execute('delete from login_attempt where since < clock_timestamp() - make_interval(secs => ?)', [
    windowSeconds,
  ]);
}
