import { z } from 'zod';
import { named } from '../contract.ts';
import { answeredInstant } from '../text/instant.ts';

/** Somebody who is told and called back about a case; `caseNumber` is the number he was given. */
export const caller = named(
  'Caller',
  z.object({
    caseNumber: z.string(),
    call: z.int().meta({ description: '该工单的第几次来电' }),
    at: answeredInstant(),
    name: z.string().optional(),
    phone: z.string().optional().meta({ description: '脱敏：139****1234' }),
    calls: z.int().meta({ description: '此人共来电几次' }),
  }),
);
export type Caller = z.infer<typeof caller>;
