import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { text } from '../text/words.ts';

/** 白班, 中班, 夜班 */
export const SHIFT_KINDS = ['day', 'evening', 'night'] as const;
export const shiftKind = named('ShiftKind', z.enum(SHIFT_KINDS));

/** 排班 */
export const shiftPlanning = named(
  'ShiftPlanning',
  z.strictObject({
    kind: shiftKind,
    leaderId: identifier('班长'),
    memberIds: z.array(identifier('当班人员')).max(100),
    from: instant(),
    until: instant(),
  }),
  {
    kind: 'night',
    leaderId: 'leader',
    memberIds: ['operator'],
    from: '2026-12-07T22:00:00+08:00',
    until: '2026-12-08T08:00:00+08:00',
  },
);
export type ShiftPlanning = z.input<typeof shiftPlanning>;

/** 交接班 */
export const handOverWriting = named('HandOverWriting', z.strictObject({ remarks: text('交接说明') }), {
  remarks: '城南停水，抢修到凌晨两点；供电公司尚未回话。',
});
export type HandOverWriting = z.input<typeof handOverWriting>;

/** 接班确认 */
export const handOverConfirmation = named('HandOverConfirmation', z.strictObject({}));

const onShift = z.object({ userId: z.string(), name: z.string() });

/** 班次 */
export const shiftView = named(
  'Shift',
  z.object({
    shiftId: z.string(),
    kind: shiftKind,
    from: answeredInstant(),
    until: answeredInstant(),
    leader: onShift,
    members: z.array(onShift),
    onDuty: z.boolean().meta({ description: '现在当班' }),
    log: z
      .object({
        remarks: z.string(),
        matters: z.object({
          unassigned: z.array(z.string()).meta({ description: '尚未交办的工单' }),
          emergencies: z.array(z.string()).meta({ description: '办理中的特急件' }),
          tasks: z.record(z.string(), z.int()).meta({ description: '各队列未完成的待办数' }),
          late: z.int().meta({ description: '其中逾期的' }),
        }),
        writtenByName: z.string(),
        writtenAt: answeredInstant(),
        confirmedByName: z.string().optional(),
        confirmedAt: answeredInstant().optional(),
      })
      .optional()
      .meta({ description: '交接班记录' }),
  }),
);
export type Shift = z.infer<typeof shiftView>;
export const shiftList = named('ShiftList', z.object({ items: z.array(shiftView) }));
export const shiftQuery = z.strictObject({ from: instant().optional(), until: instant().optional() });
