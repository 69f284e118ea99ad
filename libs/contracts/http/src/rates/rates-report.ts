import { z } from 'zod';
import { assignmentRole } from '../case/case-words.ts';
import { named } from '../contract.ts';
import { answeredInstant } from '../text/instant.ts';
import { periodQuery, rate } from './rate.ts';

/** The rates that appraise, for a city, a unit or a line of its own. */
export const appraisedRates = {
  onTimeCompletion: rate.meta({ description: '按期办结率' }),
  onTimeFeedback: rate.meta({ description: '按期反馈率' }),
  satisfaction: rate.meta({ description: '群众满意率' }),
  solved: rate.meta({ description: '解决率' }),
};

/** What a city, or a line of it, came to. */
export const cityFigures = {
  requests: z.int().meta({ description: '受理件数' }),
  valid: z.int().meta({ description: '有效件数' }),
  overallCompletion: rate.meta({ description: '综合办结率' }),
  directAnswers: rate.meta({ description: '直办率' }),
  ...appraisedRates,
};

/** 检查考核 */
export const ratesReport = named(
  'RatesReport',
  z.object({
    from: answeredInstant(),
    to: answeredInstant(),
    city: named('CityFigures', z.object(cityFigures)),
    units: z.array(named('UnitFigures', z.object({ unitId: z.string(), unitName: z.string(), ...appraisedRates }))),
  }),
);
export type RatesReport = z.output<typeof ratesReport>;
export const ratesQuery = z.strictObject(periodQuery);

/** 应办结明细 */
export const dueDutyList = named(
  'DueDutyList',
  z.object({
    from: answeredInstant(),
    to: answeredInstant(),
    items: z.array(
      named(
        'DueDuty',
        z.object({
          caseNumber: z.string(),
          assignmentId: z.string(),
          role: assignmentRole,
          dueAt: answeredInstant(),
          firstReportAt: answeredInstant().optional(),
          acceptedFeedbackAt: answeredInstant().optional(),
          completedInTime: z.boolean(),
          fedBackInTime: z.boolean(),
        }),
      ),
    ),
  }),
);
export type DueDutyList = z.output<typeof dueDutyList>;
