import { useSearchParams } from 'react-router';
import { CASE_SORTS, REQUEST_KINDS, STAGES, URGENCIES } from '@hotline/contracts-http';
import type { CaseFilters } from './case-queries.ts';

/** The filters a person sets, as the address holds them. */
export type SetFilters = Pick<
  CaseFilters,
  'stage' | 'unit' | 'urgency' | 'kind' | 'category' | 'overdue' | 'q' | 'sort'
>;

interface CaseFiltersOfAddress {
  readonly filters: SetFilters;
  readonly change: (changed: SetFilters) => void;
  readonly clear: () => void;
  readonly isFiltered: boolean;
}

/** Reads the filters from the address; changing one goes back to the first page. What an address may not hold is left out. */
export function useCaseFilters(): CaseFiltersOfAddress {
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  return {
    filters,
    change: (changed) => {
      const next = Object.entries({ ...filters, ...changed }).filter(
        ([, value]) => value !== undefined && value !== '',
      );
      setSearch(new URLSearchParams(next.map(([key, value]) => [key, String(value)])));
    },
    clear: () => setSearch(new URLSearchParams()),
    isFiltered: Object.entries(filters).some(([key, value]) => key !== 'sort' && value !== undefined),
  };
}

function filtersOf(search: URLSearchParams): SetFilters {
  const overdue = search.get('overdue') === 'true' ? ('true' as const) : undefined;
  return {
    stage: among(STAGES, search.get('stage')),
    unit: search.get('unit') ?? undefined,
    urgency: among(URGENCIES, search.get('urgency')),
    kind: among(REQUEST_KINDS, search.get('kind')),
    category: search.get('category') ?? undefined,
    overdue,
    q: search.get('q')?.slice(0, 100) || undefined,
    sort: among(CASE_SORTS, search.get('sort')),
  };
}

function among<Value extends string>(values: readonly Value[], given: string | null): Value | undefined {
  return values.find((value) => value === given);
}
