import { randomUUID } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Actor, Instant, TextReference } from '@hotline/domain';
import { claimKey, keepAnswer, sha256, TextEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from './use-case-context.ts';

/** What a use case works with inside its one transaction. */
export interface Transaction {
  readonly em: SqlEntityManager;
  /** The fact's time, read once. */
  readonly now: Instant;
  readonly actor: Actor;
  readonly expectedRevision?: number;
  /** Keeps words beside the ledger and answers what an event names them by. */
  readonly text: (stream: string, words: string) => Promise<TextReference>;
}

/**
 * Runs a use case in one transaction. With an idempotency key, a repeat gets the first answer and does nothing; the same
 * key with another request is refused as `idempotency.other-body`. Domain errors come out as AppErrors of the same code.
 */
export async function runUseCase<Answer>(
  context: UseCaseContext,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await context.orm.em.fork().transactional((em) => inTransaction(em, context, work));
  } catch (error) {
    throw AppError.from(error);
  }
}

async function inTransaction<Answer>(
  em: SqlEntityManager,
  context: UseCaseContext,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<Answer> {
  const { actor, expectedRevision, idempotency } = context;
  const request = idempotency && { userId: actor.userId, ...idempotency };
  const earlier = request && (await claimKey(em, request));
  if (earlier) {
    if (earlier.digest !== request.digest) throw new AppError('idempotency.other-body');
    return earlier.answer as Answer;
  }
  const now = await context.clock.now(em);
  const answer = await work({
    em,
    now,
    actor,
    expectedRevision,
    text: (stream, words) => storeText(em, stream, words),
  });
  await em.flush();
  if (request) await keepAnswer(em, request, answer);
  return answer;
}

async function storeText(em: SqlEntityManager, stream: string, words: string): Promise<TextReference> {
  const text = { id: randomUUID(), stream, words, sha256: sha256(words) };
  await em.insert(TextEntity, text);
  return { id: text.id, sha256: text.sha256 };
}
