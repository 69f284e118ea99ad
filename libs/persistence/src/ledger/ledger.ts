import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { GENESIS, type EventEnvelope, type Instant, type NewEvent } from '@hotline/domain';
import { seal, unseal } from './canonical-json.ts';
import { insertRows } from '../rows/rows.ts';
import { EventEntity } from './event.entity.ts';
import type { Stream } from './stream.entity.ts';

const HEAD = `id, kind, head_number as "headNumber", head_hash as "headHash", revision, state, open`;

/**
 * Locks a stream's head for the rest of the transaction and reads it as it is then; a case is locked before its meetings
 * and reports. The row is nobody's but the caller's: the ORM does not follow what becomes of it.
 */
export async function lockStream(em: SqlEntityManager, id: string): Promise<Stream | undefined> {
  // Not `for update`: rows that name the stream may be written meanwhile, and need not wait.
  const [row] = await em.execute<Stream[]>(`select ${HEAD} from stream where id = ? for no key update`, [id]);
  return row;
}

/** Streams as they are now, without a lock, in the order of their ids. */
export async function findStreams(em: SqlEntityManager, ids: readonly string[]): Promise<Stream[]> {
  if (ids.length === 0) return [];
  return em.execute<Stream[]>(`select ${HEAD} from stream where id = any(?::text[]) order by id`, [arrayOf(ids)]);
}

export async function findStream(em: SqlEntityManager, id: string): Promise<Stream | undefined> {
  return (await findStreams(em, [id]))[0];
}

/** A PostgreSQL array literal of texts. */
export function arrayOf(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
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
  await insertRows(
    em,
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

/** When the last event of a stream was. */
export async function lastEventAt(em: SqlEntityManager, stream: string): Promise<Instant | undefined> {
  const [row] = await em.execute<{ at: Date | string }[]>(
    'select at from event where stream = ? order by number desc limit 1',
    [stream],
  );
  return row && new Date(row.at).toISOString();
}

/** The events of several streams, by stream and in order. */
export async function eventsOfStreams(em: SqlEntityManager, streams: readonly string[]): Promise<EventEnvelope[]> {
  if (streams.length === 0) return [];
  const rows = await em.execute<{ canonical: string; hash: string }[]>(
    'select canonical, hash from event where stream = any(?::text[]) order by stream, number',
    [arrayOf(streams)],
  );
  return rows.map(unseal);
}

/** The head of a stream that does not exist yet. */
export const BEFORE_FIRST = { number: 0, hash: GENESIS } as const;
