import { maySeeArticle, mayKeepArticle, type Actor, type ArticleState } from '@hotline/domain';
import { ArticleVersionEntity, findStream, type Stream } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { namesOfWriters, versionView, viewArticle, type ArticleVersionView, type ArticleView } from './article-view.ts';

type Reading = Pick<UseCaseContext, 'orm' | 'actor'>;

/** An article. Errors: article.not-found, also for what is not his. */
export async function getArticle({ orm, actor }: Reading, input: { readonly articleId: string }): Promise<ArticleView> {
  const em = orm.em.fork();
  return viewArticle({ em, actor }, await inSight(em, actor, input.articleId));
}

/**
 * One version of an article, as a call was answered from it: whoever sees the article may read what was published of it,
 * whoever keeps it also the rest. Errors: article.not-found.
 */
export async function getArticleVersion(
  { orm, actor }: Reading,
  { articleId, version }: { readonly articleId: string; readonly version: number },
): Promise<ArticleVersionView & { readonly articleId: string }> {
  const em = orm.em.fork();
  const { state } = await inSight(em, actor, articleId);
  const row = await em.findOne(ArticleVersionEntity, { articleId, version }, { disableIdentityMap: true });
  if (!row || !(row.publishedAt || mayKeepArticle(actor, state))) throw new AppError('article.not-found');
  return { articleId, ...versionView(row, await namesOfWriters(em, [row])) };
}

/** Whether an article may be seen; for whoever follows its changes. */
export async function seeArticle({ orm, actor }: Reading, input: { readonly articleId: string }): Promise<boolean> {
  const row = await findStream(orm.em.fork(), input.articleId);
  return row?.kind === 'article' && maySeeArticle(actor, row.state as ArticleState);
}

async function inSight(
  em: SqlEntityManager,
  actor: Actor,
  articleId: string,
): Promise<{ readonly row: Stream; readonly state: ArticleState }> {
  const row = await findStream(em, articleId);
  if (row?.kind !== 'article') throw new AppError('article.not-found');
  const state = row.state as ArticleState;
  if (!maySeeArticle(actor, state)) throw new AppError('article.not-found');
  return { row, state };
}
