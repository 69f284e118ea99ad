import { z } from 'zod';
import { named } from '../contract.ts';
import { room } from '../organisation/unit.ts';
import { taskKind } from '../task/task.ts';
import { identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { text } from '../text/words.ts';

/** 轮岗安排 */
export const stayPlanning = named(
  'StayPlanning',
  z.strictObject({ userId: identifier('轮岗人员'), from: instant(), until: instant() }),
  { userId: 'operator', from: '2026-01-05T08:30:00+08:00', until: '2027-01-05T08:30:00+08:00' },
);
export type StayPlanning = z.input<typeof stayPlanning>;

/** 写交接清单 */
export const stayHandOverWriting = named(
  'StayHandOverWriting',
  z.strictObject({ successorId: identifier('接手人'), remarks: text('交接说明') }),
  { successorId: 'dispatcher', remarks: '两件城南停水的工单，供电公司周五前答复。' },
);
export type StayHandOverWriting = z.input<typeof stayHandOverWriting>;

/** 接手确认 */
export const stayHandOverConfirmation = named(
  'StayHandOverConfirmation',
  z.strictObject({
    matters: z
      .array(identifier('交接事项'))
      .min(1)
      .max(1_000)
      .optional()
      .meta({ description: '确认接手的事项编号；不填则全部' }),
  }),
);
export type StayHandOverConfirmation = z.input<typeof stayHandOverConfirmation>;

/** 待办, 工单, 会议, 专报, 授权, 代班 */
export const MATTER_KINDS = ['task', 'case', 'meeting', 'report', 'delegation', 'substitute'] as const;

const person = z.object({ userId: z.string(), name: z.string() });

/** 轮岗 */
export const stayView = named(
  'Stay',
  z.object({
    stayId: z.string(),
    person,
    room: room.optional(),
    from: answeredInstant(),
    until: answeredInstant(),
    closedAt: answeredInstant().optional().meta({ description: '账号停用时间' }),
    list: z
      .object({
        successor: person,
        remarks: z.string(),
        matters: z.array(
          z.object({
            kind: z.enum(MATTER_KINDS),
            id: z.string(),
            caseNumber: z.string().optional(),
            taskKind: taskKind.optional(),
            personName: z.string().optional().meta({ description: '代谁的班' }),
            confirmedAt: answeredInstant().optional(),
          }),
        ),
        writtenByName: z.string(),
        writtenAt: answeredInstant(),
        handedOverAt: answeredInstant().optional(),
      })
      .optional()
      .meta({ description: '交接清单' }),
  }),
);
export type Stay = z.infer<typeof stayView>;
export const stayList = named('StayList', z.object({ items: z.array(stayView) }));
