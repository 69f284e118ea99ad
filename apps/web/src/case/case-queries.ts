import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Case } from '@hotline/contracts-http';
import { getCase, listCases } from '../api/generated/sdk.gen.ts';
import type { ListCasesData } from '../api/generated/types.gen.ts';
import { keys } from '../api/keys.ts';

/** A case, whole. */
export const caseQueryOf = (caseNumber: string) =>
  queryOptions({
    queryKey: keys.case(caseNumber),
    queryFn: async ({ signal }): Promise<Case> => (await getCase({ path: { caseNumber }, signal })).data,
  });

export type CaseFilters = NonNullable<ListCasesData['query']>;

/** One page of cases. */
export const casesQueryOf = (query: CaseFilters) =>
  queryOptions({
    queryKey: [...keys.cases, query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await listCases({ query, signal })).data,
  });
