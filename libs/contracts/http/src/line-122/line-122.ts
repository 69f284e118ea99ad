import { z } from 'zod';
import { helpKind } from '../case/case-words.ts';
import { named } from '../contract.ts';
import { periodQuery, rate } from '../rates/rate.ts';
import { cityFigures } from '../rates/rates-report.ts';
import { answeredInstant } from '../text/instant.ts';

const figures = {
  ...cityFigures,
  assignments: z.int().meta({ description: '交办次数' }),
  acknowledgedInTime: rate.meta({ description: '按分钟时限签收' }),
  reportedInTime: rate.meta({ description: '按分钟时限到场或首次报告' }),
  minutesToAcknowledge: z.number().nullable().meta({ description: '签收用时的中位数（分钟）' }),
  minutesToReport: z.number().nullable().meta({ description: '到场或首次报告用时的中位数（分钟）' }),
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
