import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { ArticleView } from './article-view.ts';
import { onArticle } from './change-article.ts';

type OfArticle = { readonly articleId: string };

/** 提交审核: a second person gets a task and some working days. */
export function submitArticle(context: UseCaseContext, { articleId }: OfArticle): Promise<ArticleView> {
  return onArticle(context, articleId, async () => ({ type: 'submit' }));
}

/** 审核: publishes the version, or sends it back with a reason. Errors: article.own-review, article.reason-missing. */
export function reviewArticle(
  context: UseCaseContext,
  { articleId, accepted, text: words }: OfArticle & { readonly accepted: boolean; readonly text?: string },
): Promise<ArticleView> {
  return onArticle(context, articleId, async ({ text }) => ({
    type: 'review',
    accepted,
    ...(words ? { text: await text(articleId, words) } : {}),
  }));
}
