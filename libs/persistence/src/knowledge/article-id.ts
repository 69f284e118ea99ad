import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** The next article's id, `article-17`; a number of one that failed stays unused. */
export async function nextArticleId(em: SqlEntityManager): Promise<string> {
  const [row] = await em.execute<{ serial: string }[]>(`select nextval('article_serial') as serial`);
  if (!row) throw new Error('the sequence article_serial answered nothing');
  return `article-${row.serial}`;
}
