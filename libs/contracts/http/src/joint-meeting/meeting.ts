import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { pageOf, pageQuery } from '../text/page.ts';
import { LENGTHS, line, note, text, words } from '../text/words.ts';
import { timelineEntry } from '../timeline/timeline.ts';

/** 召集会办 */
export const convening = named(
  'Convening',
  z.strictObject({
    unitIds: z.array(identifier('参会单位')).min(1).max(30),
    startsAt: instant().meta({ description: '开会时间' }),
    place: words(LENGTHS.place).optional().meta({ description: '会议地点' }),
    otherTimes: z
      .array(instant())
      .max(9)
      .optional()
      .meta({ description: '其他可选时间：有则先向各单位征求时间，再发邀请' }),
  }),
  { unitIds: ['zhujian', 'chengguan'], startsAt: '2026-12-01T09:00:00+08:00', place: '受理中心二楼会议室' },
);
export type Convening = z.input<typeof convening>;

/** 答复会议时间 */
export const pollAnswer = named(
  'PollAnswer',
  z.strictObject({
    unitId: identifier('单位').optional().meta({ description: '中心代单位答复时填写' }),
    suits: z.array(instant()).max(10).meta({ description: '可行的时间，可以一个都没有' }),
    text: note('说明').optional(),
  }),
  { suits: ['2026-12-01T09:00:00+08:00'], text: '分管负责人参加。' },
);
export type PollAnswer = z.input<typeof pollAnswer>;

/** 确定会议时间 */
export const meetingTime = named('MeetingTime', z.strictObject({ startsAt: instant() }), {
  startsAt: '2026-12-01T09:00:00+08:00',
});
export type MeetingTime = z.input<typeof meetingTime>;

/** 改期 */
export const rescheduling = named(
  'Rescheduling',
  z.strictObject({
    startsAt: instant(),
    text: text('改期理由'),
    place: words(LENGTHS.place).optional().meta({ description: '改在何处开会' }),
  }),
  {
    startsAt: '2026-12-02T14:00:00+08:00',
    text: '主办单位负责人外出。',
  },
);
export type Rescheduling = z.input<typeof rescheduling>;

/** 会议纪要 */
export const minutes = named(
  'Minutes',
  z.strictObject({
    settled: z.boolean().meta({ description: '是否议定' }),
    minutes: text('会议纪要'),
    attendedUnitIds: z.array(identifier('到会单位')).max(30),
    substitutes: z
      .array(
        z.strictObject({
          unitId: identifier('到会单位'),
          person: line(LENGTHS.name).meta({ description: '代会人' }),
          inPlaceOf: line(LENGTHS.name).meta({ description: '代何人参会' }),
        }),
      )
      .max(60)
      .default([])
      .meta({ description: '代会情况' }),
    place: words(LENGTHS.place).optional().meta({ description: '实际会议地点，与通知相同的不填' }),
    unsettled: z.array(note('未议定事项')).max(30).default([]).meta({ description: '未议定的，留待再次会办' }),
    resolutions: z
      .array(z.strictObject({ unitId: identifier('责任单位'), text: note('议定事项'), dueAt: instant() }))
      .max(50)
      .default([]),
  }),
  {
    settled: true,
    minutes: '会议议定：由住建局牵头更换管道，城管局配合占道施工。',
    attendedUnitIds: ['zhujian', 'chengguan'],
    substitutes: [{ unitId: 'chengguan', person: '王科长', inPlaceOf: '李副局长' }],
    resolutions: [{ unitId: 'zhujian', text: '更换管道二十米', dueAt: '2026-12-15T17:30:00+08:00' }],
  },
);
export type Minutes = z.input<typeof minutes>;

/** 取消会议 */
export const meetingCancellation = named('MeetingCancellation', z.strictObject({ text: text('取消理由') }), {
  text: '问题已在会前解决。',
});
export type MeetingCancellation = z.input<typeof meetingCancellation>;

/** 议定事项完成 */
export const resolutionCompletion = named('ResolutionCompletion', z.strictObject({ text: text('完成情况') }), {
  text: '管道已更换，通过验收。',
});
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
    poll: z
      .object({
        open: z.boolean().meta({ description: '时间尚未确定' }),
        answerBy: answeredInstant(),
        times: z.array(z.object({ at: answeredInstant(), suits: z.array(z.string()) })),
        unansweredUnitIds: z.array(z.string()),
      })
      .optional()
      .meta({ description: '征求时间；单位只见自己的答复' }),
    unitIds: z.array(z.string()),
    attendedUnitIds: z.array(z.string()).optional(),
    absentUnitIds: z.array(z.string()).optional().meta({ description: '应到未到的单位' }),
    substitutes: z
      .array(z.object({ unitId: z.string(), person: z.string(), inPlaceOf: z.string() }))
      .optional()
      .meta({ description: '何人代何人参会' }),
    minutesNumber: z.string().optional().meta({ description: '会议纪要文号' }),
    settled: z.boolean().optional(),
    minutes: z.string().optional(),
    unsettled: z.array(z.string()).optional().meta({ description: '未议定事项' }),
    follows: z
      .object({ meetingId: z.string(), unsettled: z.array(z.string()) })
      .optional()
      .meta({ description: '上次会办及其未议定事项' }),
    resolutions: z.array(
      z.object({
        id: z.string(),
        unitId: z.string(),
        text: z.string(),
        dueAt: answeredInstant(),
        doneAt: answeredInstant().optional(),
      }),
    ),
    timeline: z.array(timelineEntry).meta({ description: '经过：改期、取消的理由，议定事项的完成情况' }),
  }),
);
export type Meeting = z.infer<typeof meetingView>;

export const meetingPage = named('MeetingPage', pageOf(meetingView));
export const meetingQuery = z.strictObject({ status: meetingStatus.optional(), ...pageQuery });
