import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * The next number of a kind of paper in a year, from 1 without gaps: the counter's row is locked until the transaction
 * ends, and one that fails gives its number back. Whoever numbers several papers asks in the order of their kinds.
 */
export async function nextDocumentSerial(em: SqlEntityManager, kind: string, year: number): Promise<number> {
  const [row] = await em.execute<{ last: number }[]>(
    `insert into document_counter (kind, year, last) values (?, ?, 1)
     on conflict (kind, year) do update set last = document_counter.last + 1 returning last`,
    [kind, year],
  );
  if (!row) throw new Error(`no number for ${kind} of ${year}`);
  return row.last;
}
