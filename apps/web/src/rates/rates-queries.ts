import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DueDutyList, RatesReport } from '@hotline/contracts-http';
import { countRates, listDueDuties } from '../api/generated/sdk.gen.ts';
import { keys } from '../api/keys.ts';
import { serverNow } from '../time/clock.ts';
import { periodOf, type PeriodName } from './period.ts';

/** What the city and its units came to in a period. */
export const ratesQueryOf = (period: PeriodName) =>
  queryOptions({
    queryKey: [...keys.rates, period],
    queryFn: async ({ signal }): Promise<RatesReport> =>
      (await countRates({ query: periodOf(period, serverNow()), signal })).data,
    placeholderData: keepPreviousData,
  });

/** The duties of a unit that were due in a period. */
export const dueDutiesQueryOf = (unitId: string, { from, to }: Pick<RatesReport, 'from' | 'to'>) =>
  queryOptions({
    queryKey: [...keys.rates, 'duties', unitId, from, to],
    queryFn: async ({ signal }): Promise<DueDutyList> =>
      (await listDueDuties({ path: { unitId }, query: { from, to }, signal })).data,
  });
