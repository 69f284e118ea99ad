import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { pageOf, pageQuery } from '../text/page.ts';
import { LENGTHS, note, text, words } from '../text/words.ts';

/** 召集会办 */
export const convening = named(
  'Convening',
  z.strictObject({
    unitIds: z.array(identifier('参会单位')).min(1).max(30),
    startsAt: instant().meta({ description: '开会时间' }),
    place: words(LENGTHS.place).optional().meta({ description: '会议地点' }),
  }),
);
export type Convening = z.input<typeof convening>;

/** 改期 */
export const rescheduling = named('Rescheduling', z.strictObject({ startsAt: instant(), text: text('改期理由') }));
export type Rescheduling = z.input<typeof rescheduling>;

/** 会议纪要 */
export const minutes = named(
  'Minutes',
  z.strictObject({
    settled: z.boolean().meta({ description: '是否议定' }),
    minutes: text('会议纪要'),
    attendedUnitIds: z.array(identifier('到会单位')).max(30),
    resolutions: z
      .array(z.strictObject({ unitId: identifier('责任单位'), text: note('议定事项'), dueAt: instant() }))
      .max(50)
      .default([]),
  }),
);
export type Minutes = z.input<typeof minutes>;

/** 取消会议 */
export const meetingCancellation = named('MeetingCancellation', z.strictObject({ text: text('取消理由') }));
export type MeetingCancellation = z.input<typeof meetingCancellation>;

/** 议定事项完成 */
export const resolutionCompletion = named('ResolutionCompletion', z.strictObject({ text: text('完成情况') }));
export type ResolutionCompletion = z.input<typeof resolutionCompletion>;

export const MEETING_STATUSES = ['convened', 'held', 'cancelled'] as const;
/** 待召开, 已召开, 已取消 */
export const meetingStatus = named('MeetingStatus', z.enum(MEETING_STATUSES));

/** 会办 */
export const meetingView = named(
  'Meeting',
  z.object({
    meetingId: z.string(),
    caseNumber: z.string(),
    revision: z.int().meta({ description: 'The ETag' }),
    status: meetingStatus,
    automatic: z.boolean().meta({ description: '提议逾期未批，自动召集' }),
    startsAt: answeredInstant(),
    place: z.string().optional(),
    unitIds: z.array(z.string()),
    attendedUnitIds: z.array(z.string()).optional(),
    settled: z.boolean().optional(),
    minutes: z.string().optional(),
    resolutions: z.array(
      z.object({
        id: z.string(),
        unitId: z.string(),
        text: z.string(),
        dueAt: answeredInstant(),
        doneAt: answeredInstant().optional(),
      }),
    ),
  }),
);
export type Meeting = z.infer<typeof meetingView>;

export const meetingPage = named('MeetingPage', pageOf(meetingView));
export const meetingQuery = z.strictObject({ status: meetingStatus.optional(), ...pageQuery });
