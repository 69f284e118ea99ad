import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { ArticleView } from './article-view.ts';
import { onArticle } from './change-article.ts';

type OfArticle = { readonly articleId: string; readonly text: string };

/** 反映有误: an operator says that it is not right any more; its owner is to look at it. */
export function doubtArticle(context: UseCaseContext, { articleId, text: words }: OfArticle): Promise<ArticleView> {
  return onArticle(context, articleId, async ({ text }) => ({ type: 'doubt', text: await text(articleId, words) }));
}

/** 核对无误: right as it stands, until another day; without a day for as long as nobody says otherwise. */
export function confirmArticle(
  context: UseCaseContext,
  { articleId, text: words, validUntil }: OfArticle & { readonly validUntil?: string },
): Promise<ArticleView> {
  return onArticle(context, articleId, async ({ text }) => ({
    type: 'confirm',
    ...(validUntil ? { validUntil } : {}),
    text: await text(articleId, words),
  }));
}

/** 撤下: no longer offered; its versions stay to be read. */
export function withdrawArticle(context: UseCaseContext, { articleId, text: words }: OfArticle): Promise<ArticleView> {
  return onArticle(context, articleId, async ({ text }) => ({ type: 'withdraw', text: await text(articleId, words) }));
}
