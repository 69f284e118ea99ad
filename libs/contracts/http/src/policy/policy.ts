import { z } from 'zod';
import { channel, helpKind, requestKind } from '../case/case-words.ts';
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

const minuteTerms = named('MinuteTerms', z.object({ acknowledge: term, firstReport: term, due: term }));

/** 政策: the rules that a case registered now is bound to. */
export const policyView = named(
  'Policy',
  z.object({
    version: z.int(),
    name: z.string(),
    pace: z.enum(['desk', 'compressed']),
    terms: z.record(requestKind, term.nullable()).meta({ description: '各类诉求的期限；表扬没有期限' }),
    emergencyTerm: term,
    channels: z.array(channel).meta({ description: '本市受理的来源；122未并入时不含122电话' }),
    line122: z
      .object({ answer: term, ruling: term, terms: z.record(helpKind, minuteTerms) })
      .optional()
      .meta({ description: '122社会服务求助的分钟时限；122未并入时没有' }),
    waits: z.record(z.string(), term).meta({ description: '每一环节最长等多久' }),
    suspensionCauses: z.array(z.string()),
    returnsBeforeDesignation: z.int(),
    redosBeforeSecondLook: z.int(),
    callbackTries: z.int(),
  }),
);
export type Policy = z.infer<typeof policyView>;
