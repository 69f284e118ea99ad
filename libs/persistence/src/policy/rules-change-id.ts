import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** The id of the next change of the rules, `rules-3`; a number of one that failed stays unused. */
export async function nextRulesChangeId(em: SqlEntityManager): Promise<string> {
  const [row] = await em.execute<{ serial: string }[]>(`select nextval('rules_change_serial') as serial`);
  if (!row) throw new Error('the sequence rules_change_serial answered nothing');
  return `rules-${row.serial}`;
}
