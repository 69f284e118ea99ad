import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A request's key and the digest of what it asked. */
export interface IdempotentRequest {
  readonly userId: string;
  readonly key: string;
  readonly digest: string;
}

export type EarlierAnswer = { readonly digest: string; readonly answer: unknown };

/**
 * Claims a key within the transaction of its action. A parallel request with the same key waits here until the first one
 * has committed, and then finds its answer.
 */
export async function claimKey(em: SqlEntityManager, request: IdempotentRequest): Promise<EarlierAnswer | undefined> {
  const claimed = await em.execute<{ key: string }[]>(
    'insert into idempotency (user_id, key, digest, created_at) values (?, ?, ?, now()) on conflict do nothing returning key',
    [request.userId, request.key, request.digest],
  );
  if (claimed.length > 0) return undefined;
  const [row] = await em.execute<{ digest: string; answer: unknown }[]>(
    'select digest, answer from idempotency where user_id = ? and key = ?',
    [request.userId, request.key],
  );
  if (!row) throw new Error('an idempotency key vanished while it was claimed');
  return row;
}

/** Keeps the answer beside the action it belongs to. */
export async function keepAnswer(em: SqlEntityManager, request: IdempotentRequest, answer: unknown): Promise<void> {
  await em.execute('update idempotency set answer = ?::jsonb where user_id = ? and key = ?', [
    JSON.stringify(answer),
    request.userId,
    request.key,
  ]);
}

/** Drops the answers that nobody asks for again. */
export async function dropOldAnswers(em: SqlEntityManager, days: number): Promise<void> {
  await em.execute('delete from idempotency where created_at < clock_timestamp() - make_interval(days => ?)', [days]);
}
