import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { GENESIS, type EventEnvelope, type Instant, type NewEvent } from '@hotline/domain';
import { seal, unseal } from './canonical-json.ts';
import { EventEntity } from './event.entity.ts';
import { StreamEntity, type Stream } from './stream.entity.ts';

/** Locks a stream's head for the rest of the transaction; streams are locked in the order of their ids by their callers. */
export async function lockStream(em: SqlEntityManager, id: string): Promise<Stream | null> {
  return em.findOne(StreamEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** Numbers and seals new events after a head. Writes nothing. */
export function envelopesAfter(
  head: { readonly number: number; readonly hash: string },
  events: readonly NewEvent[],
  facts: { readonly stream: string; readonly at: Instant; readonly by: string },
): EventEnvelope[] {
  let { number, hash } = head;
  return events.map((event) => {
    const open = { ...event, ...facts, number: ++number, previousHash: hash };
    hash = seal(open).hash;
    return { ...open, hash };
  });
}

/** Writes sealed events. Their stream's row is changed by the caller, in the same transaction. */
export async function appendEvents(em: SqlEntityManager, events: readonly EventEnvelope[]): Promise<void> {
  if (events.length === 0) return;
  await em.insertMany(
    EventEntity,
    events.map((event) => ({
      stream: event.stream,
      number: event.number,
      type: event.type,
      at: new Date(event.at),
      canonical: seal(event).canonical,
      hash: event.hash,
      actionKey: event.actionKey ?? null,
    })),
  );
}

/** The events of a stream after a number, in order; all of them after 0. */
export async function eventsAfter(em: SqlEntityManager, stream: string, after = 0): Promise<EventEnvelope[]> {
  const rows = await em.execute<{ canonical: string; hash: string }[]>(
    'select canonical, hash from event where stream = ? and number > ? order by number',
    [stream, after],
  );
  return rows.map(unseal);
}

/** The head of a stream that does not exist yet. */
export const BEFORE_FIRST = { number: 0, hash: GENESIS } as const;
