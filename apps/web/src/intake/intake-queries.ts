import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallerHistory, Incident, SimilarRequest, Suggestions } from '@hotline/contracts-http';
import {
  findSimilarCases,
  findSimilarRequests,
  listIncidents,
  lookUpCaller,
  suggestForCase,
} from '../api/generated/sdk.gen.ts';
import { keys } from '../api/keys.ts';

/** What is told of a request so far. */
export interface Told {
  readonly title?: string;
  readonly text?: string;
  readonly place?: string;
  readonly categoryId?: string;
  readonly callerPhone?: string;
}

/** A number with which a look-up makes sense: a whole one. */
const WHOLE_NUMBER = /^\+?[0-9][0-9 -]{6,24}$/;
const FRESH = 30_000;

/** The earlier cases of who calls. Each look-up is logged, so it is not repeated by itself. */
export const callerHistoryOf = (phone: string) =>
  queryOptions({
    queryKey: [...keys.callers, phone],
    enabled: WHOLE_NUMBER.test(phone),
    staleTime: FRESH,
    retry: false,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }): Promise<CallerHistory> => (await lookUpCaller({ body: { phone }, signal })).data,
  });

/** Open requests like what is told so far. */
export const similarTo = (told: Told) =>
  queryOptions({
    queryKey: [...keys.similar, told],
    enabled: (told.title ?? told.text ?? '').trim().length > 1,
    placeholderData: keepPreviousData,
    staleTime: FRESH,
    queryFn: async ({ signal }): Promise<readonly SimilarRequest[]> =>
      (await findSimilarRequests({ body: told, signal })).data.items,
  });

/** Open cases like this one. */
export const similarToCase = (caseNumber: string) =>
  queryOptions({
    queryKey: [...keys.similar, caseNumber],
    staleTime: FRESH,
    queryFn: async ({ signal }): Promise<readonly SimilarRequest[]> =>
      (await findSimilarCases({ path: { caseNumber }, signal })).data.items,
  });

/** To whom and under what a case may go. What was suggested is kept with it, so it is asked once. */
export const suggestedFor = (caseNumber: string) =>
  queryOptions({
    queryKey: [...keys.suggested, caseNumber],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Suggestions> =>
      (await suggestForCase({ path: { caseNumber }, body: {}, signal })).data,
  });

export const incidentsOf = (ended: boolean) =>
  queryOptions({
    queryKey: [...keys.incidents, ended],
    queryFn: async ({ signal }): Promise<readonly Incident[]> =>
      (await listIncidents({ query: { ended: ended ? 'true' : 'false' }, signal })).data.items,
  });
