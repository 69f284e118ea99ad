import { z } from 'zod';
import { entered } from '../case/case-commands.ts';
import { urgency } from '../case/case-words.ts';
import { named } from '../contract.ts';
import { taskKind } from '../task/task.ts';
import { identifier, machineId } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { pageOf, pageQuery } from '../text/page.ts';
import { LENGTHS, note, text, words } from '../text/words.ts';
import { documentKind, URGING_RESULTS } from './supervision-words.ts';

/** 电话催办 */
export const urgingCall = named(
  'UrgingCall',
  z.strictObject({
    text: text('通话内容'),
    result: z.enum(URGING_RESULTS).optional().meta({ description: '结果；未接通的，待办保留' }),
    promisedBy: instant().optional().meta({ description: '答应何时办结，仅答应时填写；到时未办结再催' }),
  }),
  { text: '与经办人通话，答应周五前完工。', result: 'promised', promisedBy: '2026-12-04T17:30:00+08:00' },
);
export type UrgingCall = z.input<typeof urgingCall>;

/** 回执 */
export const returnSlipInput = named(
  'ReturnSlip',
  z.strictObject({ text: text('办理进展、未办结原因、责任人、办结时间'), ...entered }),
  {
    text: '已进场施工，缺配件，副局长负责，周五前办结。',
  },
);
export type ReturnSlip = z.input<typeof returnSlipInput>;

/** 安排现场办公 */
export const onSitePlan = named(
  'OnSitePlan',
  z.strictObject({
    startsAt: instant().meta({ description: '现场办公时间' }),
    place: words(LENGTHS.place).meta({ description: '地点' }),
    party: note('参加人员'),
    car: words(LENGTHS.name).optional().meta({ description: '车辆' }),
  }),
  {
    startsAt: '2026-12-02T09:00:00+08:00',
    place: '城南职工宿舍三号楼',
    party: '副主任带队，督查员两人',
    car: '苏F12345',
  },
);
export type OnSitePlan = z.input<typeof onSitePlan>;

/** 取消现场办公 */
export const onSiteCancellation = named('OnSiteCancellation', z.strictObject({ text: text('取消原因') }), {
  text: '单位已办结反馈。',
});

/** 现场办公 */
export const onSiteSession = named(
  'OnSiteSession',
  z.strictObject({
    text: text('现场情况'),
    agreement: text('商定事项').optional(),
    photoIds: z.array(machineId('照片附件编号')).max(50).optional(),
  }),
  { text: '与两家单位到现场，污水外溢约二十米。', agreement: '由水务集团先行抽排，住建局一周内更换管道。' },
);
export type OnSiteSession = z.input<typeof onSiteSession>;

/** 约谈 */
export const talkRecord = named(
  'TalkRecord',
  z.strictObject({
    heldAt: instant().meta({ description: '约谈时间' }),
    attendees: note('参加人员'),
    text: text('约谈内容和整改承诺'),
  }),
  {
    heldAt: '2026-12-01T15:00:00+08:00',
    attendees: '受理中心主任；住建局分管副局长',
    text: '对方说明配件延误，承诺三日内完工，主要负责人签字确认。',
  },
);
export type TalkRecord = z.input<typeof talkRecord>;

/** 通报批评 */
export const criticism = named('Criticism', z.strictObject({ text: text('通报内容') }), {
  text: '该单位逾期十二个工作日，约谈后仍未落实，予以通报批评。',
});
export type Criticism = z.input<typeof criticism>;

/** 领导督办 */
export const leaderQuestion = named(
  'LeaderQuestion',
  z.strictObject({
    text: text('督办要求'),
    answerBy: instant().optional().meta({ description: '何时答复，缺省按政策期限' }),
  }),
  { text: '此事为何三周未决？请查清答复。', answerBy: '2026-12-03T17:30:00+08:00' },
);
export type LeaderQuestion = z.input<typeof leaderQuestion>;

/** 答复领导督办 */
export const leaderAnswer = named('LeaderAnswer', z.strictObject({ text: text('答复内容') }), {
  text: '两家单位对管道产权有争议，已定于周四会办，会后再报。',
});
export type LeaderAnswer = z.input<typeof leaderAnswer>;

/** 文号登记簿 */
export const registeredPaper = named(
  'RegisteredPaper',
  z.object({
    number: z.string().meta({ description: '文号' }),
    kind: documentKind,
    caseNumber: z.string().optional(),
    caseTitle: z.string().optional(),
    conferenceId: z.string().optional().meta({ description: '联席会议纪要；PDF 在其下' }),
    documentId: z.string(),
    meetingId: z.string().optional().meta({ description: '会议纪要的会办编号' }),
    reportId: z.string().optional().meta({ description: '专题专报；PDF 在其下' }),
    unitId: z.string().optional(),
    unitName: z.string().optional(),
    issuedAt: answeredInstant(),
  }),
);
export type RegisteredPaper = z.infer<typeof registeredPaper>;
export const registeredPaperPage = named('RegisteredPaperPage', pageOf(registeredPaper));
export const registeredPaperQuery = z.strictObject({
  kind: documentKind.optional(),
  year: z
    .string()
    .regex(/^[1-9][0-9]{3}$/)
    .transform(Number)
    .optional()
    .meta({ description: '年份' }),
  ...pageQuery,
});

/** 督查室今日该办的一件事 */
export const supervisionEntry = named(
  'SupervisionEntry',
  z.object({
    caseNumber: z.string(),
    caseTitle: z.string(),
    revision: z.int().meta({ description: 'The case’s ETag' }),
    urgency,
    assignmentId: z.string().optional(),
    unitId: z.string().optional(),
    unitName: z.string().optional(),
    unitPhone: z.string().optional(),
    tasks: z.array(
      z.object({
        taskId: z.string(),
        kind: taskKind,
        stream: z.string(),
        subject: z.string(),
        why: z.string().meta({ description: '由哪一级触发' }),
        createdAt: answeredInstant(),
        dueAt: answeredInstant().optional(),
        assigneeId: z.string().optional(),
      }),
    ),
    why: z.string().meta({ description: '为何现在要办' }),
    dueAt: answeredInstant().optional(),
    lateWorkingDays: z.int().meta({ description: '已逾期几个工作日' }),
    urged: z.int().meta({ description: '已电话催办几次' }),
    papers: z.int().meta({ description: '已发单几份' }),
    lastCall: z
      .object({
        assignmentId: z.string(),
        at: answeredInstant(),
        result: z.enum(URGING_RESULTS).optional(),
        promisedBy: answeredInstant().optional(),
      })
      .optional(),
    script: z.string().meta({ description: '通话脚本' }),
    record: z
      .enum(['record-urging-call', 'plan-on-site-session', 'record-talk', 'answer-leader', 'publish-criticism'])
      .optional()
      .meta({ description: '用哪个操作记录结果；缺省按待办完成' }),
    next: z
      .object({ at: answeredInstant(), rung: z.string(), words: z.string() })
      .optional()
      .meta({ description: '再无人办，系统下一步做什么' }),
  }),
);
export type SupervisionEntry = z.infer<typeof supervisionEntry>;
export const supervisionList = named(
  'SupervisionList',
  z.object({ items: z.array(supervisionEntry), total: z.int().meta({ description: '共几件' }) }),
);
export const supervisionQuery = z.strictObject({
  unitId: identifier('承办单位').optional(),
  limit: pageQuery.limit,
});
