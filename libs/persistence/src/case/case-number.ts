import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { dayIndexOf, localDayOf, millisecondsOf, type Instant } from '@hotline/domain';

/**
 * The next case number of the Shanghai day: digits only, to be read out on the phone, `202601050042`. Taken outside the
 * caller's transaction so that registrations do not wait for each other; a number may therefore stay unused.
 */
export async function nextCaseNumber(em: SqlEntityManager, at: Instant): Promise<string> {
  const day = localDayOf(dayIndexOf(millisecondsOf(at))).replaceAll('-', '');
  const [row] = await em.execute<{ last: number }[]>(
    `insert into case_number (day, last) values (?, 1)
     on conflict (day) do update set last = case_number.last + 1 returning last`,
    [day],
  );
  return `${day}${String(row?.last ?? 1).padStart(4, '0')}`;
}
