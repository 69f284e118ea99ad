import { z } from 'zod';
import { named } from '../contract.ts';
import { caseNumber, identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { pageOf, pageQuery } from '../text/page.ts';
import { LENGTHS, line, note, text, words } from '../text/words.ts';
import { timelineEntry } from '../timeline/timeline.ts';
import { circleMember } from './circle.ts';

/** The session of a month. */
export const conferenceId = () =>
  z
    .string()
    .regex(/^conference-[0-9]{6}$/)
    .meta({ description: '联席会议编号', examples: ['conference-202601'] });

export const CONFERENCE_STATUSES = ['preparing', 'invited', 'held', 'cancelled'] as const;
/** 筹备中, 已通知, 已召开, 已取消 */
export const conferenceStatus = named('ConferenceStatus', z.enum(CONFERENCE_STATUSES));
export const CONFERENCE_DECISIONS = ['meeting', 'resolution', 'noted'] as const;
/** 会办, 联办或协办, 已通报 */
export const conferenceDecision = named('ConferenceDecision', z.enum(CONFERENCE_DECISIONS));
export const RESOLUTION_WAYS = ['joint', 'assist'] as const;
/** 联办, 协办 */
export const resolutionWay = named('ResolutionWay', z.enum(RESOLUTION_WAYS));
export const AGENDA_REASONS = [
  'report-proposed',
  'meeting-proposed',
  'meeting-unsettled',
  'dispute',
  'many-returns',
  'several-bodies',
] as const;
/** 拟专题专报, 拟会办, 会办未议定, 职责争议, 多次退单, 涉及多个单位 */
export const agendaReason = named('AgendaReason', z.enum(AGENDA_REASONS));

const memberIds = (description: string) => z.array(identifier('成员')).max(30).meta({ description });

/** 列入议程 */
export const agendaItemAdding = named(
  'AgendaItemAdding',
  z.strictObject({
    caseNumber: caseNumber().optional().meta({ description: '没有工单的为其他议题' }),
    text: note('列入的理由，或议题'),
    memberIds: memberIds('需要哪些成员；空为全体').default([]),
  }),
  { text: '通报一季度群众来电反映的热点问题', memberIds: [] },
);
export type AgendaItemAdding = z.input<typeof agendaItemAdding>;

/** 移出议程 */
export const agendaItemRemoval = named('AgendaItemRemoval', z.strictObject({ text: note('移出的理由') }), {
  text: '双方已自行解决。',
});
export type AgendaItemRemoval = z.input<typeof agendaItemRemoval>;

/** 发出会议通知 */
export const conferenceInviting = named('ConferenceInviting', z.strictObject({}));

/** 联席会议改期 */
export const conferenceRescheduling = named(
  'ConferenceRescheduling',
  z.strictObject({
    startsAt: instant(),
    text: text('改期理由'),
    place: words(LENGTHS.place).optional().meta({ description: '改在何处开会' }),
  }),
  { startsAt: '2026-12-10T09:00:00+08:00', text: '与市政府常务会议冲突。' },
);
export type ConferenceRescheduling = z.input<typeof conferenceRescheduling>;

/** 取消联席会议 */
export const conferenceCancellation = named('ConferenceCancellation', z.strictObject({ text: text('取消理由') }), {
  text: '本月没有需要联席研究的事项。',
});
export type ConferenceCancellation = z.input<typeof conferenceCancellation>;

/** 联席会议纪要 */
export const conferenceMinutes = named(
  'ConferenceMinutes',
  z.strictObject({
    minutes: text('会议纪要'),
    attendedMemberIds: memberIds('到会成员'),
    substitutes: z
      .array(
        z.strictObject({
          memberId: identifier('到会成员'),
          person: line(LENGTHS.name).meta({ description: '代会人' }),
          inPlaceOf: line(LENGTHS.name).meta({ description: '代何人参会' }),
        }),
      )
      .max(60)
      .default([])
      .meta({ description: '代会情况' }),
    decisions: z
      .array(
        z.strictObject({
          itemId: identifier('议程编号'),
          decision: conferenceDecision,
          text: note('议定意见'),
          meeting: z
            .strictObject({
              unitIds: z.array(identifier('参会单位')).min(1).max(30),
              startsAt: instant(),
              place: words(LENGTHS.place).optional(),
            })
            .optional()
            .meta({ description: '会办：参会单位和时间' }),
          resolutions: z
            .array(
              z.strictObject({
                unitId: identifier('责任单位'),
                way: resolutionWay,
                text: note('联办、协办事项'),
                dueAt: instant(),
              }),
            )
            .max(20)
            .default([]),
        }),
      )
      .max(50)
      .meta({ description: '议程的每一项都要有议定意见' }),
  }),
  {
    minutes: '会议通报了近期群众来电情况，研究了两件积案。',
    attendedMemberIds: ['m1', 'm2'],
    substitutes: [{ memberId: 'm2', person: '王科长', inPlaceOf: '李副局长' }],
    decisions: [
      {
        itemId: 'i1',
        decision: 'resolution',
        text: '由公安局协助维护施工秩序。',
        resolutions: [
          { unitId: 'gongan', way: 'assist', text: '施工期间疏导交通', dueAt: '2026-12-20T17:30:00+08:00' },
        ],
      },
    ],
  },
);
export type ConferenceMinutes = z.input<typeof conferenceMinutes>;

/** 决议完成 */
export const conferenceResolutionCompletion = named(
  'ConferenceResolutionCompletion',
  z.strictObject({ text: text('完成情况') }),
  { text: '施工期间每日两名民警疏导，已完工。' },
);
export type ConferenceResolutionCompletion = z.input<typeof conferenceResolutionCompletion>;

const lineOfConference = {
  conferenceId: z.string(),
  month: z.string().meta({ description: '哪个月的例会：202601' }),
  status: conferenceStatus,
  startsAt: answeredInstant(),
  place: z.string().optional(),
};

export const conferenceLine = named(
  'ConferenceLine',
  z.object({ ...lineOfConference, items: z.int().optional().meta({ description: '议程项数' }) }),
);
export type ConferenceLine = z.infer<typeof conferenceLine>;
export const conferencePage = named('ConferencePage', pageOf(conferenceLine));
export const conferenceQuery = z.strictObject({ ...pageQuery });

/** 联席会议 */
export const conferenceView = named(
  'Conference',
  z.object({
    ...lineOfConference,
    revision: z.int().meta({ description: 'The ETag' }),
    members: z.array(circleMember),
    agenda: z
      .array(
        z.object({
          itemId: z.string(),
          caseNumber: z.string().optional(),
          caseTitle: z.string().optional(),
          reasons: z.array(agendaReason).meta({ description: '按规则列入的理由' }),
          text: z.string().optional().meta({ description: '人工列入的理由，或议题' }),
          memberIds: z.array(z.string()).meta({ description: '需要哪些成员；空为全体' }),
          decision: z
            .object({ decision: conferenceDecision, text: z.string(), meetingId: z.string().optional() })
            .optional(),
        }),
      )
      .meta({ description: '单位只见其他议题和自己可见的工单' }),
    minutes: z.string().optional(),
    minutesNumber: z.string().optional().meta({ description: '会议纪要文号' }),
    attendedMemberIds: z.array(z.string()).optional(),
    substitutes: z
      .array(z.object({ memberId: z.string(), person: z.string(), inPlaceOf: z.string() }))
      .optional()
      .meta({ description: '何人代何人参会' }),
    resolutions: z
      .array(
        z.object({
          resolutionId: z.string(),
          itemId: z.string(),
          unitId: z.string(),
          way: resolutionWay,
          text: z.string(),
          dueAt: answeredInstant(),
          doneAt: answeredInstant().optional(),
        }),
      )
      .meta({ description: '单位只见自己的' }),
    timeline: z.array(timelineEntry),
  }),
);
export type Conference = z.infer<typeof conferenceView>;
