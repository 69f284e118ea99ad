import { randomUUID } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Actor, Instant, TextReference } from '@hotline/domain';
import { claimKey, insertRows, keepAnswer, sha256, TextEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { actingAt } from '../people/acting.ts';
import { ensureStorable } from './storable-words.ts';
import { MACHINE_ACTOR, type UseCaseContext } from './use-case-context.ts';

/** What a use case works with inside its one transaction. */
export interface Transaction {
  readonly em: SqlEntityManager;
  /** The fact's time, read once; from where it was gone over to, that of a training case. */
  readonly now: Instant;
  /** From here on another time is the fact's: a training case has a clock of its own. */
  readonly goBy: (now: Instant) => void;
  readonly actor: Actor;
  /** The actor with what he may do for another now, looked up once. */
  readonly acting: () => Promise<Actor>;
  readonly expectedRevision?: number;
  /** Keeps words beside the ledger and answers what an event names them by. */
  readonly text: (stream: string, words: string) => Promise<TextReference>;
  /** The words that this transaction has kept under a reference. */
  readonly wordsOf: (reference: TextReference) => string;
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
  let now = await context.clock.now(em);
  let acting: Promise<Actor> | undefined;
  const answer = await work({
    em,
    get now() {
      return now;
    },
    goBy(other) {
      now = other;
      acting = undefined;
    },
    actor,
    acting: () => (acting ??= actingAt(em, actor, () => now)),
    expectedRevision,
    ...textsOf(em),
  });
  if (request) await keepAnswer(em, request, answer);
  return answer;
}

/** The same transaction, in which the process itself acts from here on. */
export function asMachine(transaction: Transaction): Transaction {
  return {
    ...transaction,
    get now() {
      return transaction.now;
    },
    actor: MACHINE_ACTOR,
    acting: () => Promise.resolve(MACHINE_ACTOR),
  };
}

function textsOf(em: SqlEntityManager): Pick<Transaction, 'text' | 'wordsOf'> {
  const kept = new Map<string, string>();
  return {
    async text(stream, words) {
      ensureStorable(words);
      const reference = { id: randomUUID(), sha256: sha256(words) };
      await insertRows(em, TextEntity, [{ ...reference, stream, words }]);
      kept.set(reference.id, words);
      return reference;
    },
    wordsOf({ id }) {
      const words = kept.get(id);
      if (words === undefined) throw new Error(`the text ${id} was not kept here`);
      return words;
    },
  };
}
