import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QualityForm } from '@hotline/contracts-http';
import { getQualityForm, listQualityChecks, scoreQuality } from '../api/generated/sdk.gen.ts';
import type { ListQualityChecksData } from '../api/generated/types.gen.ts';
import { keys } from '../api/keys.ts';
import { periodOf, type PeriodName } from '../rates/period.ts';
import { serverNow } from '../time/clock.ts';

export const qualityChecksQueryOf = (query: NonNullable<ListQualityChecksData['query']>) =>
  queryOptions({
    queryKey: [...keys.quality, query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await listQualityChecks({ query, signal })).data,
  });

/** Scores by person in a period. */
export const qualityScoresQueryOf = (period: PeriodName) =>
  queryOptions({
    queryKey: [...keys.quality, 'scores', period],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await scoreQuality({ query: periodOf(period, serverNow()), signal })).data.items,
  });

/** What points are given for, by the policy in force. */
export const qualityFormQuery = queryOptions({
  queryKey: [...keys.quality, 'form'],
  queryFn: async ({ signal }): Promise<QualityForm['items']> => (await getQualityForm({ signal })).data.items,
});
