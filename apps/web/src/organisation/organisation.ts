import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Category, Policy, Unit } from '@hotline/contracts-http';
import { getPolicy, listCategories, listUnits } from '../api/generated/sdk.gen.ts';
import { keys } from '../api/keys.ts';
import { useWords } from '../language/use-words.ts';

const HOUR = 3_600_000;

/** The handling units; they change rarely. */
export const unitsQuery = queryOptions({
  queryKey: keys.units,
  staleTime: HOUR,
  queryFn: async ({ signal }): Promise<readonly Unit[]> => (await listUnits({ signal })).data.items,
});

/** The category tree, parents before their children. */
export const categoriesQuery = queryOptions({
  queryKey: keys.categories,
  staleTime: HOUR,
  queryFn: async ({ signal }): Promise<readonly Category[]> => (await listCategories({ signal })).data.items,
});

/** The rules that a case registered now is bound to. */
export const policyQuery = queryOptions({
  queryKey: keys.policy,
  staleTime: HOUR,
  queryFn: async ({ signal }): Promise<Pick<Policy, 'suspensionCauses'>> => (await getPolicy({ signal })).data,
});

/** The name of a unit by its id; the id itself while names are not there. */
export function useUnitName(): (unitId: string) => string {
  const { nameOf } = useWords();
  const { data } = useQuery(unitsQuery);
  return (unitId) => {
    const unit = data?.find(({ id }) => id === unitId);
    return unit ? nameOf(unit) : unitId;
  };
}

/** A category with those above it: `城市管理 / 排水与窨井 / 下水道堵塞`. */
export function useCategoryPath(): (categoryId: string) => string {
  const { nameOf } = useWords();
  const { data = [] } = useQuery(categoriesQuery);
  const byId = new Map(data.map((category) => [category.id, category]));
  const path = (categoryId: string): string => {
    const category = byId.get(categoryId);
    if (!category) return categoryId;
    return category.parentId ? `${path(category.parentId)} / ${nameOf(category)}` : nameOf(category);
  };
  return path;
}
