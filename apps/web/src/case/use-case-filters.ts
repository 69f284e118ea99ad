import { CASE_SORTS, CHANNELS, REQUEST_KINDS, STAGES, URGENCIES } from '@hotline/contracts-http';
import { among, saidIn, useFilters, wordsIn } from '../filter/use-filters.ts';
import type { CaseFilters } from './case-queries.ts';

/** The filters a person sets, as the address holds them. */
export type SetFilters = Pick<
  CaseFilters,
  'stage' | 'unit' | 'urgency' | 'kind' | 'channel' | 'category' | 'overdue' | 'q' | 'sort'
>;

/** What an address says of the list of cases; what it may not hold is left out. */
export const useCaseFilters = () => useFilters(filtersOf);

function filtersOf(search: URLSearchParams): SetFilters {
  return {
    stage: among(STAGES, search.get('stage')),
    unit: search.get('unit') ?? undefined,
    urgency: among(URGENCIES, search.get('urgency')),
    kind: among(REQUEST_KINDS, search.get('kind')),
    channel: among(CHANNELS, search.get('channel')),
    category: search.get('category') ?? undefined,
    overdue: saidIn(search, 'overdue'),
    q: wordsIn(search),
    sort: among(CASE_SORTS, search.get('sort')),
  };
}
