import { z } from 'zod';
import { named } from '../contract.ts';
import { phoneNumber } from '../intake/intake.ts';
import { periodQuery, rate } from '../rates/rate.ts';
import { caseNumber, identifier } from '../text/identifier.ts';
import { taskStatus } from '../task/task.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { flag, pageOf, pageQuery } from '../text/page.ts';
import { LENGTHS, line, note } from '../text/words.ts';

export const CALL_LINES = ['12345', '122'] as const;
/** 登记工单, 追加来电, 知识库直接答复, 恶意骚扰, 打错, 未接 */
export const CALL_OUTCOMES = ['case', 'further-call', 'knowledge', 'nuisance', 'wrong-number', 'missed'] as const;
export const CALL_FILED = ['case', 'further-call', 'knowledge', 'nuisance', 'wrong-number'] as const;

/** 来电记录: what the telephone system tells when a call has ended. */
export const callRecord = named(
  'CallRecord',
  z.strictObject({
    callId: identifier('话务系统的来电编号，同一编号只记一次'),
    line: z.enum(CALL_LINES),
    rangAt: instant().meta({ description: '振铃' }),
    answeredAt: instant().optional().meta({ description: '接听；未接时不填' }),
    endedAt: instant().meta({ description: '结束' }),
    callerPhone: phoneNumber('来电号码').optional(),
    operatorId: identifier('接听人').optional(),
    recording: line(LENGTHS.name).optional().meta({ description: '录音文件名' }),
  }),
  {
    callId: 'pbx-20260105-000317',
    line: '12345',
    rangAt: '2026-01-05T10:00:00+08:00',
    answeredAt: '2026-01-05T10:00:07+08:00',
    endedAt: '2026-01-05T10:04:12+08:00',
    callerPhone: '13900001234',
    recording: '20260105-100000-317.wav',
  },
);
/** 来电结果 */
export const callFiling = named(
  'CallFiling',
  z.strictObject({
    outcome: z.enum(CALL_FILED),
    caseNumber: caseNumber().optional().meta({ description: '登记或追加的工单，仅此两种结果填写' }),
    reason: note('恶意骚扰的情形，仅此结果填写').optional(),
  }),
  { outcome: 'nuisance', reason: '辱骂话务员，无诉求，本周第四次。' },
);
/** 来电 */
export const callView = named(
  'Call',
  z.object({
    callId: z.string(),
    line: z.enum(CALL_LINES),
    rangAt: answeredInstant(),
    answeredAt: answeredInstant().optional(),
    endedAt: answeredInstant(),
    callerPhone: z.string().optional().meta({ description: '脱敏：139****1234' }),
    operatorId: z.string().optional(),
    recording: z.string().optional(),
    outcome: z.enum(CALL_OUTCOMES).optional(),
    reason: z.string().optional(),
    caseNumber: z.string().optional(),
    taskId: z.string().optional().meta({ description: '未接回拨的待办' }),
  }),
);

/** 来电列表的一行: of a missed one, how it stands with calling back. */
const callRow = callView.extend({
  operatorName: z.string().optional(),
  returning: z
    .object({
      status: taskStatus,
      dueAt: answeredInstant().optional(),
      assigneeId: z.string().optional(),
      assigneeName: z.string().optional(),
    })
    .optional()
    .meta({ description: '未接来电的回拨：待领取、办理中、已完成、已自行打通' }),
});
export type CallRow = z.infer<typeof callRow>;
export const callPage = named('CallPage', pageOf(callRow));
export const callQuery = z.strictObject({
  line: z.enum(CALL_LINES).optional(),
  outcome: z.enum(CALL_OUTCOMES).optional(),
  owed: flag().optional().meta({ description: '只看尚未回拨的未接来电' }),
  ...pageQuery,
});

const figures = {
  connected: rate.meta({ description: '接通率' }),
  inTime: rate.meta({ description: '及时接听率' }),
  secondsWaited: z.number().nullable().meta({ description: '接通者平均等候秒数' }),
};
/** 话务统计 */
export const callReport = named(
  'CallReport',
  z.object({
    from: answeredInstant(),
    to: answeredInstant(),
    answerWithinSeconds: z.number(),
    ...figures,
    byLine: z.array(z.object({ line: z.enum(CALL_LINES), ...figures })),
    byDay: z.array(z.object({ day: z.string(), ...figures })),
    byHour: z.array(z.object({ hour: z.int(), ...figures })),
  }),
);
export type CallReport = z.infer<typeof callReport>;
export const callReportQuery = z.strictObject(periodQuery);
