import { useSearchParams } from 'react-router';

interface FiltersOfAddress<Filters> {
  readonly filters: Filters;
  readonly change: (changed: Partial<Filters>) => void;
  readonly clear: () => void;
  readonly isFiltered: boolean;
}

/** The filters as the address holds them; changing one goes back to the first page. */
export function useFilters<Filters extends object>(
  read: (search: URLSearchParams) => Filters,
): FiltersOfAddress<Filters> {
  const [search, setSearch] = useSearchParams();
  const filters = read(search);
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

/** What an address may hold, of some values; anything else is left out. */
export function among<Value extends string>(values: readonly Value[], given: string | null): Value | undefined {
  return values.find((value) => value === given);
}

/** Whether it is said, in an address; nothing is no. */
export function saidIn(search: URLSearchParams, name: string): 'true' | undefined {
  return among(['true'], search.get(name));
}

/** The words searched for, as many as the contract takes. */
export function wordsIn(search: URLSearchParams): string | undefined {
  return search.get('q')?.slice(0, 100) || undefined;
}
