import { z } from 'zod';
import { named } from '../contract.ts';
import { articleCitation } from '../knowledge/article.ts';
import { identifier } from '../text/identifier.ts';
import { instant } from '../text/instant.ts';
import { LENGTHS, note, text, title, words } from '../text/words.ts';
import {
  answerWay,
  assignmentRole,
  callbackResult,
  channel,
  contactMethod,
  declineReason,
  helpKind,
  ISSUED_NOTICES,
  outcome,
  PROPOSAL_DECISIONS,
  requestKind,
  RULINGS,
  satisfaction,
  urgency,
} from './case-words.ts';
import { whereAndWhom } from './where-and-whom.ts';

/** 登记 */
export const registration = named(
  'Registration',
  z.strictObject({
    channel: channel.default('phone-12345'),
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
    categoryId: identifier('诉求分类').optional().meta({ description: '诉求分类，可以通话后补全' }),
    help: helpKind.optional().meta({ description: '122求助类别，仅122电话填写，缺省为其他' }),
    place: words(LENGTHS.place).optional().meta({ description: '事发地点' }),
    ...whereAndWhom,
    confidential: z.boolean().optional().meta({ description: '要求保密：除受理中心外不显示来电人' }),
    askedAt: instant().optional().meta({ description: '来电时间，缺省为现在' }),
    externalId: words(LENGTHS.name).optional().meta({ description: '来源系统的编号，同一编号只登记一次' }),
    externalNumber: words(LENGTHS.name).optional().meta({ description: '上级编号，上级转办时必填' }),
    externalDueAt: instant().optional().meta({ description: '上级要求的到期时间' }),
  }),
  {
    title: '职工宿舍下水道堵塞',
    text: '城南职工宿舍三号楼下水道堵塞，污水外溢多日，请尽快疏通。',
    kind: 'help',
    categoryId: 'sewer',
    callerName: '王某',
    callerPhone: '13900001234',
    place: '城南职工宿舍三号楼',
    coordinates: { latitude: 32.3712, longitude: 120.5568 },
    peopleConcerned: 120,
    askedAt: '2026-11-23T21:40:00+08:00',
    externalId: 'nantong-2026-118204',
  },
);
export type Registration = z.input<typeof registration>;

/** 不予受理 */
export const declination = named('Declination', z.strictObject({ reason: declineReason, text: text('理由和去处') }), {
  reason: 'litigation',
  text: '此事法院已立案，请等候判决；可向法院诉讼服务中心查询进度。',
});
export type Declination = z.input<typeof declination>;

/** 直办 */
export const directAnswer = named(
  'DirectAnswer',
  z.strictObject({
    text: text('答复内容'),
    articles: z.array(articleCitation).max(20).default([]).meta({ description: '依据的知识条目及其版本' }),
  }),
  {
    text: '医保卡可在就近的镇便民服务中心补办，带身份证即可，当场领取。',
    articles: [{ articleId: 'article-17', version: 2 }],
  },
);
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
    termReason: text('另定期限的理由').optional().meta({ description: '另定期限的理由；由主任或受其委托者另定时必填' }),
    urgency: urgency.optional(),
    quality: note('办理质量要求'),
    feedback: note('反馈要求'),
  }),
  {
    units: [
      { unitId: 'zhujian', role: 'lead' },
      { unitId: 'chengguan', role: 'co' },
    ],
    urgency: 'ordinary',
    quality: '疏通管道，查明堵塞原因',
    feedback: '先答复来电人，再书面反馈',
  },
);
export type Assigning = z.input<typeof assigning>;

/** 另定期限 */
export const termChange = named(
  'TermChange',
  z.strictObject({ dueAt: instant().meta({ description: '新的到期时间' }), text: text('另定期限的理由') }),
  { dueAt: '2026-12-15T17:30:00+08:00', text: '春节前须恢复供水。' },
);
export type TermChange = z.input<typeof termChange>;

/** Of an answer that the center enters for a unit that is not online. */
export const entered = {
  way: answerWay.optional().meta({ description: '非网络成员单位以何种方式答复，中心代录时必填' }),
  answeredBy: words(LENGTHS.name).optional().meta({ description: '该单位何人答复，中心代录时填写' }),
};

/** 签收 */
export const acknowledgement = named('Acknowledgement', z.strictObject({ ...entered }));

/** 退单 */
export const returning = named(
  'Returning',
  z.strictObject({
    basis: text('退单的法定依据'),
    proposedUnitId: identifier('建议承办单位').optional(),
    approvedBy: words(LENGTHS.name).optional().meta({ description: '批准退单的单位负责人；负责人本人退单时不填' }),
    ...entered,
  }),
  {
    basis: '该管道属城市管网，按《城镇排水与污水处理条例》由城市管理部门养护。',
    proposedUnitId: 'chengguan',
    approvedBy: '葛承宇',
  },
);
export type Returning = z.input<typeof returning>;

/** 退单裁定 */
export const returnRuling = named('ReturnRuling', z.strictObject({ ruling: z.enum(RULINGS), text: text('裁定理由') }), {
  ruling: 'rejected',
  text: '宿舍区内管道由房屋产权单位养护，仍由你单位办理。',
});
export type ReturnRuling = z.input<typeof returnRuling>;

/** 申请延期 */
export const extensionRequest = named(
  'ExtensionRequest',
  z.strictObject({ workingDays: z.int().min(1).max(250), reason: text('延期理由'), ...entered }),
  { workingDays: 1, reason: '管道配件须从外地调运。' },
);
export type ExtensionRequest = z.input<typeof extensionRequest>;

/** 延期审批 */
export const extensionDecision = named(
  'ExtensionDecision',
  z.strictObject({ granted: z.boolean(), text: text('审批意见') }),
  { granted: true, text: '同意，请告知来电人。' },
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
  { cause: 'weather', reviewAt: '2026-12-02T09:00:00+08:00', text: '连日大雨，无法开挖。' },
);
export type Suspension = z.input<typeof suspension>;

/** 恢复办理 */
export const resumption = named('Resumption', z.strictObject({ text: text('说明') }), { text: '雨停，已恢复施工。' });
export type Resumption = z.input<typeof resumption>;

/** 阶段反馈 */
export const interimReport = named('InterimReport', z.strictObject({ text: text('进展'), ...entered }), {
  text: '已完成管道检测，找到两处塌陷。',
});
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
    ...entered,
  }),
  {
    outcome: 'solved',
    text: '已更换塌陷管道二十米，排水恢复正常。',
    contactedAt: '2026-11-30T15:20:00+08:00',
    contactMethod: 'phone',
  },
);
export type Feedback = z.input<typeof feedback>;

/** 审核 */
export const feedbackReview = named(
  'FeedbackReview',
  z.strictObject({
    accepted: z.boolean(),
    checks: z
      .array(z.strictObject({ item: identifier('政策审核清单的条目'), passed: z.boolean() }))
      .max(30)
      .optional()
      .meta({ description: '审核清单；未答的由台账代答，台账不知的留空' }),
    text: text('退回时的理由').optional(),
  }),
  { accepted: false, checks: [{ item: 'basis-given', passed: false }], text: '没有写明依据的文件。' },
);
export type FeedbackReview = z.input<typeof feedbackReview>;

/** 催办单, 督办单 */
export const issuedNotice = named(
  'IssuedNotice',
  z.strictObject({ notice: z.enum(ISSUED_NOTICES), text: text('要求') }),
  { notice: 'urging-notice', text: '请于三日内办结并反馈。' },
);
export type IssuedNotice = z.input<typeof issuedNotice>;

/** 回访 */
export const callback = named(
  'Callback',
  z.strictObject({
    result: callbackResult,
    contactedByUnit: z.boolean().optional().meta({ description: '单位是否联系过来电人' }),
    solved: z.boolean().optional(),
    satisfaction: satisfaction.optional(),
    callAgainAt: instant().optional().meta({ description: '来电人要求再打的时间，仅约定再打时填写' }),
    text: text('来电人的话').optional(),
  }),
  { result: 'reached', contactedByUnit: true, solved: true, satisfaction: 'satisfied', text: '通了，谢谢。' },
);
export type Callback = z.input<typeof callback>;

/** 复核 */
export const secondLook = named('SecondLook', z.strictObject({ stands: z.boolean(), text: text('复核结论') }), {
  stands: true,
  text: '现场复核，管道畅通，来电人另有诉求，已另行登记。',
});
export type SecondLook = z.input<typeof secondLook>;

/** 办结归档 */
export const closing = named('Closing', z.strictObject({ outcome, text: text('归档理由') }), {
  outcome: 'explained',
  text: '来电人搬迁，不再要求办理。',
});
export type Closing = z.input<typeof closing>;

/** 重新办理 */
export const reopening = named('Reopening', z.strictObject({ text: text('重开理由') }), { text: '来电人反映又堵了。' });
export type Reopening = z.input<typeof reopening>;

/** 审批提议 */
export const proposalDecision = named(
  'ProposalDecision',
  z.strictObject({
    decision: z.enum(PROPOSAL_DECISIONS),
    until: instant().optional().meta({ description: '暂缓到何时，仅暂缓时填写' }),
    text: text('理由'),
  }),
  { decision: 'not-now', until: '2026-12-10T09:00:00+08:00', text: '施工单位已进场，先看一周。' },
);
export type ProposalDecision = z.input<typeof proposalDecision>;
