import { z } from 'zod';
import { named } from '../contract.ts';
import { outcome } from '../case/case-words.ts';
import { caller } from '../intake/caller.ts';
import { answeredInstant } from '../text/instant.ts';
import { pageOf, pageQuery } from '../text/page.ts';

/** 待回访: one citizen, with all of his cases that wait to be called back about: one call for them together. */
export const callbackCall = named(
  'CallbackCall',
  z.object({
    callerName: z.string().optional(),
    callerPhone: z.string().optional().meta({ description: '隐去中间几位' }),
    dueAt: answeredInstant().optional().meta({ description: '其中最早的时限' }),
    cases: z.array(
      z.object({
        caseNumber: z.string(),
        title: z.string(),
        outcome: outcome.optional(),
        taskId: z.string(),
        assigneeId: z.string().optional(),
        dueAt: answeredInstant().optional(),
        tries: z.int().meta({ description: '办结后已有几次未联系上' }),
        callers: z.array(caller).optional().meta({ description: '并案后须一并回访的来电人' }),
      }),
    ),
  }),
);
export type CallbackCall = z.infer<typeof callbackCall>;
export const callbackPage = named('CallbackPage', pageOf(callbackCall));
export const callbackQuery = z.strictObject(pageQuery);
