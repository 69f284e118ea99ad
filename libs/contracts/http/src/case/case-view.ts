import { z } from 'zod';
import { attachmentView } from '../attachment/attachment.ts';
import { named } from '../contract.ts';
import { emergencyView } from '../emergency/emergency.ts';
import { meetingView } from '../joint-meeting/meeting.ts';
import { reportView } from '../special-report/special-report.ts';
import { faxResult, faxWay } from '../fax/fax.ts';
import { paperView, questionView } from '../supervision/supervision-words.ts';
import { timelineEntry } from '../timeline/timeline.ts';
import { caller } from '../intake/caller.ts';
import { answeredInstant } from '../text/instant.ts';
import {
  answeredChannel,
  assignmentRole,
  assignmentStatus,
  CASE_ACTIONS,
  contactMethod,
  declineReason,
  helpKind,
  outcome,
  proposalKind,
  proposalStatus,
  requestKind,
  stage,
  urgency,
} from './case-words.ts';
import { whereAndWhom } from './where-and-whom.ts';

/** 交办: one unit's duty in the case. */
export const assignmentView = named(
  'Assignment',
  z.object({
    id: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    role: assignmentRole,
    member: z.boolean(),
    designated: z.boolean(),
    subDeskId: z.string().optional().meta({ description: '单位内设岗位，仅本单位和中心可见' }),
    subDeskName: z.string().optional(),
    feedbackProposed: z
      .object({
        outcome,
        contactedAt: answeredInstant(),
        contactMethod,
        booksReviewAt: answeredInstant().optional(),
      })
      .optional()
      .meta({ description: '待单位负责人审批的反馈，仅本单位和中心可见' }),
    fax: z
      .object({ by: faxWay, sheet: z.int(), result: faxResult.optional() })
      .optional()
      .meta({ description: '非网络成员单位的传真：何种方式、第几次、是否送达' }),
    status: assignmentStatus,
    term: z.int(),
    startedAt: answeredInstant(),
    acknowledgeBy: answeredInstant(),
    acknowledgedAt: answeredInstant().optional(),
    dueAt: answeredInstant(),
    provisional: z.boolean().meta({ description: '当年节假日未公布，期限为暂定' }),
    extensions: z.int(),
    extendedDays: z.number(),
    extensionPending: z.object({ workingDays: z.number() }).optional(),
    heldSince: answeredInstant().optional(),
    firstReportAt: answeredInstant().optional(),
    feedbackAt: answeredInstant().optional(),
    outcome: outcome.optional(),
    booksReviewAt: answeredInstant().optional(),
    onSite: z
      .object({ startsAt: answeredInstant(), sequence: z.int() })
      .optional()
      .meta({ description: '已安排、尚未记录的现场办公' }),
  }),
);
export type Assignment = z.infer<typeof assignmentView>;

/** 提议: a way out that the director is asked to decide upon; unanswered, it happens by itself. */
export const proposalView = named(
  'Proposal',
  z.object({
    id: z.string(),
    kind: proposalKind,
    status: proposalStatus,
    decideBy: answeredInstant(),
    assignmentId: z.string().optional(),
    reportId: z.string().optional(),
  }),
);
export type Proposal = z.infer<typeof proposalView>;

/** A deadline that explains itself, line by line. */
export const deadline = named(
  'Deadline',
  z.object({
    subject: z.string(),
    lines: z.array(z.object({ code: z.string(), at: answeredInstant().optional(), zh: z.string(), en: z.string() })),
  }),
);
export type Deadline = z.infer<typeof deadline>;

/** What this person may do now. */
export const caseAction = named(
  'CaseAction',
  z.object({
    type: z.enum(CASE_ACTIONS),
    assignmentId: z.string().optional(),
    proposalId: z.string().optional(),
    questionId: z.string().optional(),
    transferId: z.string().optional(),
  }),
);
export type CaseAction = z.infer<typeof caseAction>;

/** What a case has to do with other calls and cases. */
const intakeOfCase = {
  declinedFor: declineReason.optional(),
  externalNumber: z.string().optional().meta({ description: '上级编号' }),
  externalDueAt: answeredInstant().optional().meta({ description: '上级要求的到期时间' }),
  calls: z.int().meta({ description: '累计来电次数，含登记的一次' }),
  callers: z.array(caller).optional().meta({ description: '都要告知和回访的来电人' }),
  mergedInto: z
    .object({ caseNumber: z.string(), stage, outcome: outcome.optional(), citizenDueAt: answeredInstant().optional() })
    .optional()
    .meta({ description: '并入的工单及其现状' }),
  merged: z.array(z.object({ caseNumber: z.string(), title: z.string() })).optional(),
  incident: z.object({ caseNumber: z.string(), open: z.boolean() }).optional(),
};

/** 工单 */
export const caseView = named(
  'Case',
  z.object({
    caseNumber: z.string(),
    revision: z.int().meta({ description: 'The ETag: rises with what people do' }),
    stage,
    kind: requestKind,
    urgency,
    categoryId: z.string(),
    channel: answeredChannel,
    title: z.string(),
    text: z.string(),
    callerName: z.string().optional(),
    callerPhone: z.string().optional().meta({ description: '脱敏：139****1234' }),
    callerMail: z.string().optional().meta({ description: '来信地址，脱敏' }),
    confidential: z.literal(true).optional().meta({ description: '要求保密' }),
    place: z.string().optional(),
    ...whereAndWhom,
    askedAt: answeredInstant().optional(),
    help: helpKind.optional().meta({ description: '122求助类别' }),
    ...intakeOfCase,
    registeredAt: answeredInstant(),
    citizenDueAt: answeredInstant().optional(),
    outcome: outcome.optional(),
    policyVersion: z.int(),
    assignments: z.array(assignmentView),
    dispute: z
      .object({ assignmentId: z.string(), unitIds: z.array(z.string()), ruleBy: answeredInstant() })
      .optional()
      .meta({ description: '尚未裁定的职责争议；单位看不到' }),
    proposals: z.array(proposalView),
    documents: z.array(paperView).meta({ description: '催办单、督办单等编号公文' }),
    questions: z.array(questionView).meta({ description: '领导督办及答复' }),
    meetings: z.array(meetingView),
    reports: z.array(reportView),
    attachments: z.array(attachmentView).meta({ description: '附件' }),
    emergency: emergencyView.meta({ description: '应急处置、转接移交、紧急信息、转办回复' }),
    timeline: z.array(timelineEntry),
    deadlines: z.array(deadline),
    next: z
      .object({ at: answeredInstant(), subject: z.string(), rung: z.string() })
      .optional()
      .meta({ description: 'What happens next, and when, if nobody acts before' }),
    actions: z.array(caseAction),
  }),
);
export type Case = z.infer<typeof caseView>;

/** A looked-up phone number; the look is logged. */
export const revealedPhone = named(
  'RevealedPhone',
  z.object({
    callerPhone: z.string().nullable(),
    callerMail: z.string().optional().meta({ description: '来信地址' }),
  }),
);
export type RevealedPhone = z.infer<typeof revealedPhone>;
/** 查看一次来电的号码 */
export const callPhoneReveal = named('CallPhoneReveal', z.strictObject({}));
export const phoneReveal = named(
  'PhoneReveal',
  z.strictObject({
    call: z.int().min(1).max(1_000_000).optional().meta({ description: '第几次来电，缺省为登记的一次' }),
  }),
);
