import { z } from 'zod';
import { named } from '../contract.ts';
import { instant } from '../text/instant.ts';

/** A rate with the counts it comes from; null where none was due, never 0 %. */
export const rate = named(
  'Rate',
  z.object({
    count: z.int(),
    of: z.int(),
    rate: z.number().nullable().meta({ description: '分母为零时没有比率' }),
    fewCounts: z.boolean().meta({ description: '分母不足十，比率连同件数一起看' }),
  }),
);
export type Rate = z.output<typeof rate>;

/** From the first instant, included, to the last, excluded; a year at most. */
export const periodQuery = {
  from: instant().optional().meta({ description: '起（含），缺省为止前三十天' }),
  to: instant().optional().meta({ description: '止（不含），缺省为现在；最长一年' }),
};
