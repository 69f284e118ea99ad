import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { text } from '../text/words.ts';

/** 提出职责争议 */
export const disputeRaising = named(
  'DisputeRaising',
  z.strictObject({
    unitIds: z.array(identifier('可能承办的单位')).min(1).max(20),
    text: text('争议事由'),
  }),
  { unitIds: ['chengguan'], text: '该路段管网移交手续未办完，两单位均认为不属本单位职责。' },
);
export type DisputeRaising = z.input<typeof disputeRaising>;

/** 争议裁定（指定办理） */
export const disputeRuling = named(
  'DisputeRuling',
  z.strictObject({
    leadUnitId: identifier('指定的主办单位'),
    text: text('裁定理由'),
    staffingOpinion: text('编办的意见').optional(),
  }),
  {
    leadUnitId: 'chengguan',
    text: '按三定方案由城管局养护，指定办理，不得退单。',
    staffingOpinion: '编办答复：2025年三定方案已将该职能划入城管局。',
  },
);
export type DisputeRuling = z.input<typeof disputeRuling>;

/** 交办准确率、退单率 by dispatcher */
export const dispatchRateList = named(
  'DispatchRateList',
  z.object({
    items: z.array(
      z.object({
        dispatcherId: z.string(),
        dispatcherName: z.string(),
        assigned: z.int(),
        returned: z.int().meta({ description: '被退单的件数' }),
        misdirected: z.int().meta({ description: '退单成立或争议改派的件数' }),
        returnRate: z.number().optional(),
        accuracy: z.number().optional(),
      }),
    ),
  }),
);
