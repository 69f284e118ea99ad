import { z } from 'zod';
import { helpKind } from '../case/case-words.ts';
import { named } from '../contract.ts';
import { periodQuery, rate } from '../rates/rate.ts';
import { answeredInstant } from '../text/instant.ts';

const figures = {
  requests: z.int().meta({ description: '受理件数' }),
  valid: z.int().meta({ description: '有效件数' }),
  assignments: z.int().meta({ description: '交办次数' }),
  acknowledgedInTime: rate.meta({ description: '按分钟时限签收' }),
  reportedInTime: rate.meta({ description: '按分钟时限到场或首次报告' }),
  minutesToAcknowledge: z.number().nullable().meta({ description: '签收用时的中位数（分钟）' }),
  minutesToReport: z.number().nullable().meta({ description: '到场或首次报告用时的中位数（分钟）' }),
  onTimeCompletion: rate.meta({ description: '按期办结率' }),
  onTimeFeedback: rate.meta({ description: '按期反馈率' }),
  overallCompletion: rate.meta({ description: '综合办结率' }),
  directAnswers: rate.meta({ description: '直办率' }),
  satisfaction: rate.meta({ description: '群众满意率' }),
  solved: rate.meta({ description: '解决率' }),
};

/** 122社会服务求助的单独统计 */
export const line122Report = named(
  'Line122Report',
  z.object({
    from: answeredInstant(),
    to: answeredInstant(),
    all: named('Line122Figures', z.object(figures)),
    byHelp: z.array(named('Line122FiguresOfHelp', z.object({ help: helpKind, ...figures }))),
  }),
);
export const line122Query = z.strictObject(periodQuery);
