import { ARTICLE_SORTS, ARTICLE_STATUSES } from '@hotline/contracts-http';
import { among, saidIn, useFilters, wordsIn } from '../filter/use-filters.ts';
import type { ArticleFilters } from './knowledge-queries.ts';

/** The filters a person sets, as the address holds them. */
export type SetArticleFilters = Pick<ArticleFilters, 'q' | 'status' | 'category' | 'unit' | 'doubted' | 'sort'>;

/** What an address says of the list of articles; what it may not hold is left out. */
export const useArticleFilters = () => useFilters(filtersOf);

function filtersOf(search: URLSearchParams): SetArticleFilters {
  return {
    q: wordsIn(search),
    status: among(ARTICLE_STATUSES, search.get('status')),
    category: search.get('category') ?? undefined,
    unit: search.get('unit') ?? undefined,
    doubted: saidIn(search, 'doubted'),
    sort: among(ARTICLE_SORTS, search.get('sort')),
  };
}
