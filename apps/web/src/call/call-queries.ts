import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { countCalls, listCalls } from '../api/generated/sdk.gen.ts';
import type { ListCallsData } from '../api/generated/types.gen.ts';
import { keys } from '../api/keys.ts';
import { periodOf, type PeriodName } from '../rates/period.ts';
import { serverNow } from '../time/clock.ts';

const MINUTE = 60_000;

export const callsQueryOf = (query: NonNullable<ListCallsData['query']>) =>
  queryOptions({
    queryKey: [...keys.calls, query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await listCalls({ query, signal })).data,
  });

/** How calls were answered in a period; counted anew every minute, not with every change in the house. */
export const callFiguresQueryOf = (period: PeriodName) =>
  queryOptions({
    queryKey: ['call-figures', period],
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
    queryFn: async ({ signal }) => (await countCalls({ query: periodOf(period, serverNow()), signal })).data,
  });
