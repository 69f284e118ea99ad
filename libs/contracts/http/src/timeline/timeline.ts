import { z } from 'zod';
import { named } from '../contract.ts';
import { answeredInstant } from '../text/instant.ts';

/** One event of the ledger with the words that belong to it. */
export const timelineEntry = named(
  'TimelineEntry',
  z.object({
    number: z.int(),
    at: answeredInstant(),
    by: z.string(),
    byName: z.string(),
    type: z.string(),
    payload: z.record(z.string(), z.unknown()),
    texts: z.record(z.string(), z.string()),
  }),
);
export type TimelineEntry = z.infer<typeof timelineEntry>;
