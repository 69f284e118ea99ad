import { nextArticleId } from '@hotline/persistence';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { viewArticle, type ArticleView } from './article-view.ts';
import { contentOf, type ArticleWords } from './article-words.ts';
import { changeArticle, onArticle } from './change-article.ts';

/** A new article of the knowledge base, as a draft. Errors: category.unknown, unit.unknown, article.valid-until-past. */
export function draftArticle(context: UseCaseContext, words: ArticleWords): Promise<ArticleView> {
  return runUseCase(context, async (transaction) => {
    const id = await nextArticleId(transaction.em);
    const content = await contentOf(transaction, id, words);
    return viewArticle(transaction, await changeArticle(transaction, { id }, { type: 'draft', ...content }));
  });
}

/** A new version; what is published stays offered as it was until the new version is published. */
export function reviseArticle(
  context: UseCaseContext,
  input: ArticleWords & { readonly articleId: string },
): Promise<ArticleView> {
  return onArticle(context, input.articleId, async (transaction) => ({
    type: 'revise',
    ...(await contentOf(transaction, input.articleId, input)),
  }));
}
