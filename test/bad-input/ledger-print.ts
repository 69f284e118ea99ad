import type { SmallCity } from '../integration/small-city.ts';

/** Written by a refusal as well, and meant to be: how often somebody tried to log in, or tried a code. */
const ALSO_BY_REFUSALS = ['login_attempt', 'citizen_code'];

/** What the database holds, by its tables: how many rows, and who wrote them. */
export type LedgerPrint = Readonly<Record<string, string>>;

/**
 * A print of everything the database holds: whatever is inserted, updated or deleted changes it. Rows that were only
 * locked do not.
 */
export async function ledgerPrint({ orm }: SmallCity): Promise<LedgerPrint> {
  const em = orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const prints = tables
    .filter(({ name }) => !ALSO_BY_REFUSALS.includes(name))
    .map(({ name }) => `select '${name}' as name, count(*) as rows, sum(xmin::text::bigint) as writers from "${name}"`);
  const rows = await em.execute<{ name: string; rows: string; writers: string }[]>(prints.join(' union all '));
  return Object.fromEntries(rows.map(({ name, rows: count, writers }) => [name, `${count} ${writers}`]));
}

/** The tables in which something was written between two prints. */
export function writtenBetween(before: LedgerPrint, after: LedgerPrint): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table]);
}
