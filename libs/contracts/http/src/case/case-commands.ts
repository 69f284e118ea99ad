import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { instant } from '../text/instant.ts';
import { LENGTHS, note, text, title, words } from '../text/words.ts';
import {
  assignmentRole,
  callbackResult,
  channel,
  contactMethod,
  declineReason,
  ISSUED_NOTICES,
  outcome,
  PROPOSAL_DECISIONS,
  requestKind,
  RULINGS,
  satisfaction,
  urgency,
} from './case-words.ts';

/** 登记 */
export const registration = named(
  'Registration',
  z.strictObject({
    channel: channel.default('phone'),
    callerName: words(LENGTHS.name).optional().meta({ description: '来电人' }),
    callerPhone: z
      .string()
      .regex(/^\+?[0-9][0-9 -]{2,24}$/)
      .optional()
      .meta({ description: '来电号码' }),
    title: title(),
    text: text('诉求内容'),
    kind: requestKind,
    urgency: urgency.default('ordinary'),
    categoryId: identifier('诉求分类'),
    place: words(LENGTHS.place).optional().meta({ description: '事发地点' }),
    askedAt: instant().optional().meta({ description: '来电时间，缺省为现在' }),
    externalId: words(LENGTHS.name).optional().meta({ description: '上级或来源系统的编号' }),
  }),
);
export type Registration = z.input<typeof registration>;

/** 不予受理 */
export const declination = named('Declination', z.strictObject({ reason: declineReason, text: text('理由和去处') }));
export type Declination = z.input<typeof declination>;

/** 直办 */
export const directAnswer = named('DirectAnswer', z.strictObject({ text: text('答复内容') }));
export type DirectAnswer = z.input<typeof directAnswer>;

/** 交办 */
export const assigning = named(
  'Assigning',
  z.strictObject({
    units: z
      .array(
        z.strictObject({
          unitId: identifier('承办单位'),
          role: assignmentRole,
          termWorkingDays: z.int().min(1).max(250).optional().meta({ description: '期限（工作日），缺省按类别' }),
          dueAt: instant().optional().meta({ description: '到期时间，先于类别期限者' }),
        }),
      )
      .min(1)
      .max(20),
    urgency: urgency.optional(),
    quality: note('办理质量要求'),
    feedback: note('反馈要求'),
  }),
);
export type Assigning = z.input<typeof assigning>;

/** 签收 */
export const acknowledgement = named('Acknowledgement', z.strictObject({}));

/** 退单 */
export const returning = named(
  'Returning',
  z.strictObject({
    basis: text('退单的法定依据'),
    proposedUnitId: identifier('建议承办单位').optional(),
    approvedBy: words(LENGTHS.name).optional().meta({ description: '批准退单的单位负责人；负责人本人退单时不填' }),
  }),
);
export type Returning = z.input<typeof returning>;

/** 退单裁定 */
export const returnRuling = named('ReturnRuling', z.strictObject({ ruling: z.enum(RULINGS), text: text('裁定理由') }));
export type ReturnRuling = z.input<typeof returnRuling>;

/** 申请延期 */
export const extensionRequest = named(
  'ExtensionRequest',
  z.strictObject({ workingDays: z.int().min(1).max(250), reason: text('延期理由') }),
);
export type ExtensionRequest = z.input<typeof extensionRequest>;

/** 延期审批 */
export const extensionDecision = named(
  'ExtensionDecision',
  z.strictObject({ granted: z.boolean(), text: text('审批意见') }),
);
export type ExtensionDecision = z.input<typeof extensionDecision>;

/** 挂起 */
export const suspension = named(
  'Suspension',
  z.strictObject({
    cause: identifier('政策列明的挂起原因'),
    reviewAt: instant().meta({ description: '何时复查' }),
    text: text('说明'),
  }),
);
export type Suspension = z.input<typeof suspension>;

/** 恢复办理 */
export const resumption = named('Resumption', z.strictObject({ text: text('说明') }));
export type Resumption = z.input<typeof resumption>;

/** 阶段反馈 */
export const interimReport = named('InterimReport', z.strictObject({ text: text('进展') }));
export type InterimReport = z.input<typeof interimReport>;

/** 反馈 */
export const feedback = named(
  'Feedback',
  z.strictObject({
    outcome,
    text: text('办理结果'),
    contactedAt: instant().meta({ description: '何时联系并答复了来电人' }),
    contactMethod,
    booksReviewAt: instant().optional().meta({ description: '挂账的复查时间，仅挂账时填写' }),
  }),
);
export type Feedback = z.input<typeof feedback>;

/** 审核 */
export const feedbackReview = named(
  'FeedbackReview',
  z.strictObject({ accepted: z.boolean(), text: text('退回时的理由').optional() }),
);
export type FeedbackReview = z.input<typeof feedbackReview>;

/** 电话催办 */
export const urgingCall = named('UrgingCall', z.strictObject({ text: text('通话内容') }));
export type UrgingCall = z.input<typeof urgingCall>;

/** 催办单, 督办单 */
export const issuedNotice = named(
  'IssuedNotice',
  z.strictObject({ notice: z.enum(ISSUED_NOTICES), text: text('要求') }),
);
export type IssuedNotice = z.input<typeof issuedNotice>;

/** 现场办公 */
export const onSiteSession = named('OnSiteSession', z.strictObject({ text: text('现场情况和商定事项') }));
export type OnSiteSession = z.input<typeof onSiteSession>;

/** 回访 */
export const callback = named(
  'Callback',
  z.strictObject({
    result: callbackResult,
    contactedByUnit: z.boolean().optional().meta({ description: '单位是否联系过来电人' }),
    solved: z.boolean().optional(),
    satisfaction: satisfaction.optional(),
    text: text('来电人的话').optional(),
  }),
);
export type Callback = z.input<typeof callback>;

/** 复核 */
export const secondLook = named('SecondLook', z.strictObject({ stands: z.boolean(), text: text('复核结论') }));
export type SecondLook = z.input<typeof secondLook>;

/** 办结归档 */
export const closing = named('Closing', z.strictObject({ outcome, text: text('归档理由') }));
export type Closing = z.input<typeof closing>;

/** 重新办理 */
export const reopening = named('Reopening', z.strictObject({ text: text('重开理由') }));
export type Reopening = z.input<typeof reopening>;

/** 审批提议 */
export const proposalDecision = named(
  'ProposalDecision',
  z.strictObject({
    decision: z.enum(PROPOSAL_DECISIONS),
    until: instant().optional().meta({ description: '暂缓到何时，仅暂缓时填写' }),
    text: text('理由'),
  }),
);
export type ProposalDecision = z.input<typeof proposalDecision>;
