import { z } from 'zod';
import { requestKind } from '../case/case-words.ts';
import { named } from '../contract.ts';

/** 期限: in working days, in working hours, or, for emergencies, in minutes around the clock. */
export const term = named(
  'Term',
  z.union([
    z.object({ workingDays: z.number() }),
    z.object({ workingHours: z.number() }),
    z.object({ minutes: z.number() }),
  ]),
);
export type Term = z.infer<typeof term>;

/** 政策: the rules that a case registered now is bound to. */
export const policyView = named(
  'Policy',
  z.object({
    version: z.int(),
    name: z.string(),
    pace: z.enum(['desk', 'compressed']),
    terms: z.record(requestKind, term.nullable()).meta({ description: '各类诉求的期限；表扬没有期限' }),
    emergencyTerm: term,
    waits: z.record(z.string(), term).meta({ description: '每一环节最长等多久' }),
    suspensionCauses: z.array(z.string()),
    returnsBeforeDesignation: z.int(),
    redosBeforeSecondLook: z.int(),
    callbackTries: z.int(),
  }),
);
export type Policy = z.infer<typeof policyView>;
