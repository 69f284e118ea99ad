import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Article, ArticlePage, ArticleVersion } from '@hotline/contracts-http';
import { getArticle, getArticleVersion, listArticles } from '../api/generated/sdk.gen.ts';
import type { ListArticlesData } from '../api/generated/types.gen.ts';
import { keys } from '../api/keys.ts';

export type ArticleFilters = NonNullable<ListArticlesData['query']>;

/** One page of articles. */
export const articlesQueryOf = (query: ArticleFilters) =>
  queryOptions({
    queryKey: [...keys.articles, query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<ArticlePage> => (await listArticles({ query, signal })).data,
  });

/** An article, whole. */
export const articleQueryOf = (articleId: string) =>
  queryOptions({
    queryKey: keys.article(articleId),
    queryFn: async ({ signal }): Promise<Article> => (await getArticle({ path: { articleId }, signal })).data,
  });

/** One version of an article; it never changes. */
export const articleVersionQueryOf = (articleId: string, version: number) =>
  queryOptions({
    queryKey: [...keys.article(articleId), version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<ArticleVersion> =>
      (await getArticleVersion({ path: { articleId, version: version as never }, signal })).data,
  });
