import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { EventEnvelope } from '@hotline/domain';
import type { ListenedChannel } from '../channel/listen-to-channel.ts';
import { eventsAfter } from '../ledger/ledger.ts';

/** The PostgreSQL channel on which a stream's id is announced when it has something to relay. */
export const OUTBOX_CHANNEL: ListenedChannel = 'outbox';
/** The PostgreSQL channel on which a stream's id is announced whenever it changed. */
export const LEDGER_CHANNEL: ListenedChannel = 'ledger';

/**
 * One row for each stream with events its workflow was not told of yet: from which number on. Writing it locks the row,
 * so a relay that is just finishing sees the new event or leaves the row. When it is
 * committed, the relays are rung, and the change is announced.
 */
export async function writeOutbox(em: SqlEntityManager, stream: string, fromNumber: number): Promise<void> {
  await em.execute(
    `with written as (
       insert into outbox (stream, from_number, available_at) values (?, ?, now())
       on conflict (stream) do update set from_number = least(outbox.from_number, excluded.from_number) returning stream)
     select pg_notify(?, stream), pg_notify(?, stream) from written`,
    [stream, fromNumber, OUTBOX_CHANNEL, LEDGER_CHANNEL],
  );
}

/** Tells whoever follows the ledger, once this is committed, that a stream has changed. */
export async function announceChange(em: SqlEntityManager, stream: string): Promise<void> {
  await em.execute('select pg_notify(?, ?)', [LEDGER_CHANNEL, stream]);
}

/** Leases up to `limit` streams for some milliseconds; other relays pass them by. Committed when it returns. */
export async function leaseOutbox(
  em: SqlEntityManager,
  owner: string,
  limit: number,
  milliseconds: number,
): Promise<string[]> {
  const rows = await em.execute<{ stream: string }[]>(
    `update outbox set leased_by = ?, lease_until = clock_timestamp() + make_interval(secs => ?)
     where stream in (
       select stream from outbox
       where dead_at is null and available_at <= clock_timestamp()
         and (lease_until is null or lease_until < clock_timestamp())
       order by available_at limit ? for update skip locked)
     returning stream`,
    [owner, milliseconds / 1_000, limit],
  );
  return rows.map(({ stream }) => stream);
}

/** The events a stream's workflow was not told of yet, in order. */
export async function undeliveredEvents(em: SqlEntityManager, stream: string): Promise<EventEnvelope[]> {
  const [row] = await em.execute<{ from_number: number }[]>('select from_number from outbox where stream = ?', [
    stream,
  ]);
  return row ? eventsAfter(em, stream, row.from_number - 1) : [];
}

/** Events up to a number were delivered: the row goes, unless newer events came meanwhile. */
export async function deliveredOutbox(
  em: SqlEntityManager,
  owner: string,
  stream: string,
  through: number,
): Promise<void> {
  await em.transactional(async (tx) => {
    const [row] = await tx.execute<{ head: number }[]>(
      `select s.head_number as head from outbox o join stream s on s.id = o.stream
       where o.stream = ? and o.leased_by = ? for update of o`,
      [stream, owner],
    );
    if (!row) return;
    const [fresh] = await tx.execute<{ head: number }[]>('select head_number as head from stream where id = ?', [
      stream,
    ]);
    if ((fresh?.head ?? 0) > through)
      await tx.execute(
        `update outbox set from_number = ?, leased_by = null, lease_until = null, attempts = 0, available_at = now() where stream = ?`,
        [through + 1, stream],
      );
    else await tx.execute('delete from outbox where stream = ?', [stream]);
  });
}

/** Not delivered now: tried again after a delay, unless another relay holds it by now. `countsAttempt` is false while the server is simply away. */
export async function postponeOutbox(
  em: SqlEntityManager,
  owner: string,
  stream: string,
  milliseconds: number,
  countsAttempt: boolean,
): Promise<number> {
  const [row] = await em.execute<{ attempts: number }[]>(
    `update outbox set leased_by = null, lease_until = null, attempts = attempts + ?,
       available_at = clock_timestamp() + make_interval(secs => ?)
     where stream = ? and (leased_by = ? or leased_by is null) returning attempts`,
    [countsAttempt ? 1 : 0, milliseconds / 1_000, stream, owner],
  );
  return row?.attempts ?? 0;
}

/** Set aside: nobody delivers it until `rehydrate` or a person does. */
export async function buryOutbox(em: SqlEntityManager, owner: string, stream: string): Promise<void> {
  await em.execute(
    'update outbox set dead_at = clock_timestamp(), leased_by = null, lease_until = null where stream = ? and (leased_by = ? or leased_by is null)',
    [stream, owner],
  );
}
