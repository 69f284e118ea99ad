import { z } from 'zod';
import { named } from '../contract.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { LENGTHS, line, note, text } from '../text/words.ts';

/** 公安, 消防, 急救 */
export const EMERGENCY_LINES = ['110', '119', '120'] as const;
/** 紧急转接, 移交110 */
export const TRANSFER_CAUSES = ['emergency', 'hand-back'] as const;

/** 转接110、119、120，移交110 */
export const transferring = named(
  'Transferring',
  z.strictObject({
    line: z.enum(EMERGENCY_LINES),
    cause: z.enum(TRANSFER_CAUSES).default('emergency').meta({ description: '紧急转接，或移交110' }),
    transferredAt: instant().optional().meta({ description: '转接时刻，精确到秒，缺省为现在' }),
    text: text('转接事由'),
  }),
  { line: '119', cause: 'emergency', text: '三楼冒烟，有人被困，已三方通话转接119。' },
);
/** 回执 */
export const transferReceipt = named(
  'TransferReceipt',
  z.strictObject({
    receivedBy: line(LENGTHS.name).meta({ description: '对方接收人' }),
    number: line(LENGTHS.name).optional().meta({ description: '对方编号' }),
  }),
  { receivedBy: '110指挥中心 李警官', number: 'J202601050317' },
);
/** 转接后的处置情况 */
export const transferOutcome = named('TransferOutcome', z.strictObject({ text: text('处置情况') }), {
  text: '消防已到场扑灭，无人员伤亡。',
});
/** 给110的回执 */
export const handOverReceipt = named(
  'HandOverReceipt',
  z.strictObject({ receivedBy: line(LENGTHS.name).meta({ description: '110接收回执的人' }), text: text('回执内容') }),
  { receivedBy: '110指挥中心 李警官', text: '已受理，工单号已告知。' },
);
/** 应急处置 */
export const emergencyDeclaration = named('EmergencyDeclaration', z.strictObject({ reason: text('启动理由') }), {
  reason: '污水漫入配电房，随时可能断电伤人。',
});
/** 须报送紧急信息 */
export const urgentReportDemand = named(
  'UrgentReportDemand',
  z.strictObject({
    happenedAt: instant().optional().meta({ description: '事件发生时间，缺省为现在' }),
    reason: text('为何报送'),
  }),
  { reason: '大面积停水，涉及医院。' },
);
/** 紧急信息 */
export const urgentReport = named(
  'UrgentReport',
  z.strictObject({
    what: text('事件'),
    where: note('地点'),
    casualties: note('人员伤亡'),
    measures: text('已采取的措施'),
    atScene: note('现场人员'),
    nextAt: instant().optional().meta({ description: '下次报告时间；不填为终报' }),
  }),
  {
    what: '主管爆裂，城南片区停水，涉及市人民医院。',
    where: '海阳南路与健康路交叉口',
    casualties: '无',
    measures: '已关阀，抢修队到场，供水车两辆送往医院。',
    atScene: '水务集团副总、城南街道主任',
  },
);
/** 转办件回复 */
export const resultReturn = named(
  'ResultReturn',
  z.strictObject({
    replyNumber: line(LENGTHS.name).meta({ description: '回复文号' }),
    returnedAt: instant().optional().meta({ description: '何时回复，缺省为现在' }),
    text: text('回复内容'),
  }),
  { replyNumber: '皋12345复〔2026〕42号', text: '已办结，诉求人满意，办理情况见附件。' },
);

/** What a case has to do with emergencies and other authorities. */
export const emergencyView = z.object({
  since: answeredInstant().optional().meta({ description: '何时启动应急处置' }),
  transfers: z
    .array(
      z.object({
        id: z.string(),
        line: z.enum(EMERGENCY_LINES),
        cause: z.enum(TRANSFER_CAUSES),
        transferredAt: answeredInstant(),
        receiptedAt: answeredInstant().optional(),
        outcomeAt: answeredInstant().optional(),
      }),
    )
    .optional(),
  handOver: z.object({ receiptedAt: answeredInstant().optional() }).optional(),
  urgentReport: z
    .object({ happenedAt: answeredInstant(), reportBy: answeredInstant().optional(), sent: z.int() })
    .optional(),
  handDown: z.object({ resultBy: answeredInstant(), returnedAt: answeredInstant().optional() }).optional(),
});
