import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { arrayOf } from '@hotline/persistence';
import type { Instant } from '@hotline/domain';

/** Somebody who called about a case, or about one that was merged into it; once, however often he called. */
export interface CaseCaller {
  /** The case his call was written down in: his own number. */
  readonly caseNumber: string;
  /** Which call of that case; the first is its registration. */
  readonly call: number;
  readonly at: Instant;
  readonly name?: string;
  /** Unmasked: for the caller of this function to hide. */
  readonly phone?: string;
  readonly calls: number;
}

interface Row {
  readonly root: string;
  readonly case_number: string;
  readonly number: number;
  readonly at: Date;
  readonly caller_name: string | null;
  readonly caller_phone: string | null;
  readonly phone_key: string | null;
}

/** Merged cases may themselves have taken in others. */
const CALLERS = `
  with recursive family (root, case_number) as (
    select n, n from unnest(?::text[]) n
    union select family.root, f.case_number from family join case_file f on f.merged_into = family.case_number)
  select family.root, f.case_number, 1 as number, f.registered_at as at, f.caller_name, f.caller_phone, t.phone_key
    from family join case_file f using (case_number) left join request_trait t using (case_number)
  union all select family.root, c.case_number, c.number, c.at, c.caller_name, c.caller_phone, c.phone_key
    from family join case_call c using (case_number)
  order by at, number`;

/** All callers of each of some cases, in the order of their first calls. */
export async function callersOf(
  em: SqlEntityManager,
  caseNumbers: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseCaller[]>> {
  if (caseNumbers.length === 0) return new Map();
  const rows = await em.execute<Row[]>(CALLERS, [arrayOf(caseNumbers)]);
  return new Map([...Map.groupBy(rows, ({ root }) => root)].map(([root, calls]) => [root, together(calls)]));
}

/** One line for each caller: by his number, else by his case; a later call without a number is the first caller's. */
function together(calls: readonly Row[]): CaseCaller[] {
  const keyOf = (row: Row): string => {
    const first = calls.find(({ case_number, number }) => case_number === row.case_number && number === 1);
    if (row.phone_key) return row.phone_key;
    if (row.number === 1 || (row.caller_name && row.caller_name !== first?.caller_name))
      return `${row.case_number} ${row.number} ${row.caller_name ?? ''}`;
    return first?.phone_key ?? `${row.case_number} 1 ${first?.caller_name ?? ''}`;
  };
  return [...Map.groupBy(calls, keyOf).values()].map((his) => {
    const [first] = his;
    if (!first) throw new Error('a group has a member');
    return {
      caseNumber: first.case_number,
      call: first.number,
      at: new Date(first.at).toISOString(),
      ...(first.caller_name ? { name: first.caller_name } : {}),
      ...(first.caller_phone ? { phone: first.caller_phone } : {}),
      calls: his.length,
    };
  });
}
