import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getTraining, getTrainingClock, listTrainingCases } from '../api/generated/sdk.gen.ts';
import type { ListTrainingCasesData } from '../api/generated/types.gen.ts';
import { keys } from '../api/keys.ts';
import { serverNow } from '../time/clock.ts';

/** Whether trainings are offered here. */
export const trainingOfferQuery = queryOptions({
  queryKey: ['training', 'offer'],
  staleTime: Infinity,
  queryFn: async ({ signal }) => (await getTraining({ signal })).data,
});

/** One page of training cases. */
export const trainingCasesQueryOf = (query: NonNullable<ListTrainingCasesData['query']>) =>
  queryOptions({
    queryKey: [...keys.cases, 'training', query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await listTrainingCases({ query, signal })).data,
  });

/** By how many milliseconds a training case's clock is ahead; read anew with each revision of the case. */
export const aheadQueryOf = (caseNumber: string, revision: number) =>
  queryOptions({
    queryKey: ['training', 'ahead', caseNumber, revision],
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<number> => {
      const { now } = (await getTrainingClock({ path: { caseNumber }, signal })).data;
      return Date.parse(now) - serverNow();
    },
  });
