import type { ArticleCitation, CaseEvent } from '@hotline/domain';
import { ArticleVersionEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/**
 * The articles that an answer was taken from, each once, in the order of their ids. Only what was published can have been
 * read out; it may have been revised, expired or withdrawn since it was opened. Errors: article.not-published.
 */
export async function citationsOf(
  { em }: Pick<Transaction, 'em'>,
  given: readonly ArticleCitation[],
): Promise<ArticleCitation[]> {
  const cited = new Map(given.map(({ articleId, version }) => [articleId, { articleId, version }]));
  const citations = [...cited.values()].sort((left, right) => (left.articleId < right.articleId ? -1 : 1));
  for (const citation of citations)
    if (!(await em.count(ArticleVersionEntity, { ...citation, publishedAt: { $ne: null } })))
      throw new AppError('article.not-published', { ...citation });
  return citations;
}

/** Counts which articles a direct answer was taken from. The articles are locked in the order of their ids. */
export async function countUses(
  { em }: Pick<Transaction, 'em'>,
  caseNumber: string,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.type !== 'AnsweredDirectly') continue;
    for (const { articleId, version } of event.payload.articles ?? []) {
      const at = new Date(event.at);
      // A case that was reopened and answered once more from the same article is one call.
      const [use] = await em.execute<{ fresh: boolean }[]>(WRITE_USE, [caseNumber, articleId, version, at, event.by]);
      await em.execute('update article set used = used + ?, last_used_at = greatest(last_used_at, ?) where id = ?', [
        use?.fresh ? 1 : 0,
        at,
        articleId,
      ]);
    }
  }
}

const WRITE_USE = `
  insert into article_use (case_number, article_id, version, at, by) values (?, ?, ?, ?, ?)
  on conflict (case_number, article_id) do update set (version, at, by) = (excluded.version, excluded.at, excluded.by)
  returning (xmax = 0) as fresh`;
