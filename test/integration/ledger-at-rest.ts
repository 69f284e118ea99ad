import type { MikroORM } from '@mikro-orm/postgresql';
import type { Instant } from '@hotline/domain';

/** Streams of which a rung should have acted by now, as far as a workflow waits for it. */
const DUE = `select case_number as stream from case_file where next_at <= ?
  union all select id from stream, jsonb_each(state->'ladders'->'running') as ladder
    where id like '%-%' and ladder.value->'rungs'->0->>'at' <= ?
  limit 1`;

/** A stream of which something is due at an instant. */
export async function streamDue(orm: MikroORM, at: Instant): Promise<string | undefined> {
  const [due] = await orm.em.fork().execute<{ stream: string }[]>(DUE, [at, at]);
  return due?.stream;
}

/** The heads of all streams together: rises with every event, and falls with nothing. */
export async function headsTogether(orm: MikroORM): Promise<string | undefined> {
  const [row] = await orm.em
    .fork()
    .execute<{ heads: string }[]>('select coalesce(sum(head_number), 0)::text as heads from stream');
  return row?.heads;
}

/** How many streams have news that the relay has not delivered. */
export async function waitingInOutbox(orm: MikroORM): Promise<number> {
  const [row] = await orm.em
    .fork()
    .execute<{ waiting: number }[]>('select count(*)::int as waiting from outbox where dead_at is null');
  return row?.waiting ?? 0;
}
