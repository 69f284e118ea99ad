import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier, machineId } from '../text/identifier.ts';
import { LENGTHS, line, text } from '../text/words.ts';

const written = {
  name: line(LENGTHS.name).meta({ description: '名称，如信访、调解、综治、公调对接、社会矫正、12345' }),
  memberIds: z.array(identifier('本单位人员')).max(100).meta({ description: '岗位人员，可同时属于几个岗位' }),
};

/** 设立岗位 */
export const subDeskOpening = named('SubDeskOpening', z.strictObject({ unitId: identifier('单位'), ...written }), {
  unitId: 'zhujian',
  name: '信访',
  memberIds: [],
});
export type SubDeskOpening = z.input<typeof subDeskOpening>;

/** 调整岗位 */
export const subDeskChange = named(
  'SubDeskChange',
  z.strictObject({ ...written, active: z.boolean().meta({ description: '是否仍在设' }) }),
  { name: '信访调解', memberIds: [], active: true },
);
export type SubDeskChange = z.input<typeof subDeskChange>;

/** 内部流转 */
export const handingOverWithin = named(
  'HandingOverWithin',
  z.strictObject({
    subDeskId: machineId('转到的岗位').optional().meta({ description: '转到的岗位；不填则回到全办公室' }),
    text: text('交接说明').optional(),
  }),
  { text: '双方有纠纷，请先行调解。' },
);
export type HandingOverWithin = z.input<typeof handingOverWithin>;

/** 负责人审批 */
export const feedbackProposalDecision = named(
  'FeedbackProposalDecision',
  z.strictObject({ approved: z.boolean(), text: text('意见，退回时必填').optional() }),
  { approved: false, text: '请写明更换管道的长度和责任人。' },
);
export type FeedbackProposalDecision = z.input<typeof feedbackProposalDecision>;

/** 岗位 */
export const subDeskView = named(
  'SubDesk',
  z.object({
    subDeskId: z.string(),
    unitId: z.string(),
    name: z.string(),
    members: z.array(z.object({ userId: z.string(), name: z.string() })),
    active: z.boolean(),
  }),
);
export type SubDesk = z.infer<typeof subDeskView>;
export const subDeskList = named('SubDeskList', z.object({ items: z.array(subDeskView) }));
export const subDeskQuery = z.strictObject({ unit: identifier('单位').optional() });
