import { z } from 'zod';
import { named } from '../contract.ts';

/**
 * 12345电话, 122电话, 网站, 应用, 微信, 短信, 邮箱, 来信, 来访, 市长接听日, 领导信箱, 110移交, 省转办, 市（南通）转办, 导入
 */
export const CHANNELS = [
  'phone-12345',
  'phone-122',
  'web',
  'app',
  'wechat',
  'message',
  'mailbox',
  'letter',
  'visit',
  'mayors-day',
  'leaders-mailbox',
  'hand-over-110',
  'hand-down-province',
  'hand-down-prefecture',
  'import',
] as const;
export const channel = named('Channel', z.enum(CHANNELS));
export type Channel = z.infer<typeof channel>;
/** Also 演练, which nobody can register as: a training begins at its own address. */
export const answeredChannel = named('AnsweredChannel', z.enum([...CHANNELS, 'training']));

/** 咨询, 求助, 投诉, 建议, 举报, 表扬 */
export const REQUEST_KINDS = ['consultation', 'help', 'complaint', 'suggestion', 'violation-report', 'praise'] as const;
export const requestKind = named('RequestKind', z.enum(REQUEST_KINDS));
export type RequestKind = z.infer<typeof requestKind>;

/** 一般, 紧急, 特急 */
export const URGENCIES = ['ordinary', 'urgent', 'emergency'] as const;
export const urgency = named('Urgency', z.enum(URGENCIES));
export type Urgency = z.infer<typeof urgency>;

/** 纠纷, 水电, 开锁, 投诉, 其他: what is asked of the 122 line. */
export const HELP_KINDS = ['dispute', 'water-and-power', 'lock', 'complaint', 'other'] as const;
export const helpKind = named('HelpKind', z.enum(HELP_KINDS));

/** 待交办, 办理中, 待回访, 复核中, 已办结归档, 不予受理, 已并案 */
export const STAGES = ['registered', 'assigned', 'completed', 'second-look', 'closed', 'declined', 'merged'] as const;
export const stage = named('Stage', z.enum(STAGES));
export type Stage = z.infer<typeof stage>;

/** 待签收, 办理中, 退单待裁定, 挂起, 待审核, 已办结, 已撤回 */
export const ASSIGNMENT_STATUSES = [
  'waiting',
  'working',
  'return-pending',
  'suspended',
  'feedback',
  'accepted',
  'withdrawn',
] as const;
export const assignmentStatus = named('AssignmentStatus', z.enum(ASSIGNMENT_STATUSES));
export type AssignmentStatus = z.infer<typeof assignmentStatus>;

/** 主办, 协办 */
export const ASSIGNMENT_ROLES = ['lead', 'co'] as const;
export const assignmentRole = named('AssignmentRole', z.enum(ASSIGNMENT_ROLES));

/** 已解决, 部分解决, 解释说明, 诉求不合理, 挂账, 转法定程序 */
export const OUTCOMES = ['solved', 'partly', 'explained', 'unreasonable', 'on-books', 'legal-procedure'] as const;
export const outcome = named('Outcome', z.enum(OUTCOMES));
export type Outcome = z.infer<typeof outcome>;

/** Why a request is not the hotline's to handle (不予受理). */
export const DECLINE_REASONS = [
  'litigation',
  'arbitration',
  'administrative-review',
  'petition-in-course',
  'discipline',
  'information-disclosure',
  'secrets',
  'public-morals',
  'emergency-line',
  'other-city',
  'already-answered',
  'no-substance',
  'not-ours',
  'nuisance',
] as const;
export const declineReason = named('DeclineReason', z.enum(DECLINE_REASONS));

/** 电话, 上门, 书面, 短信, 会议 */
export const CONTACT_METHODS = ['phone', 'visit', 'letter', 'message', 'meeting'] as const;
export const contactMethod = named('ContactMethod', z.enum(CONTACT_METHODS));

/** 电话, 传真, 书面: by which way a unit that is not online answered. */
export const ANSWER_WAYS = ['phone', 'fax', 'paper'] as const;
export const answerWay = named('AnswerWay', z.enum(ANSWER_WAYS));

/** 联系上, 未联系上, 拒绝回访 */
export const CALLBACK_RESULTS = ['reached', 'not-reached', 'refused', 'call-later'] as const;
export const callbackResult = named('CallbackResult', z.enum(CALLBACK_RESULTS));

/** 满意, 基本满意, 不满意 */
export const SATISFACTIONS = ['satisfied', 'basically', 'dissatisfied'] as const;
export const satisfaction = named('Satisfaction', z.enum(SATISFACTIONS));

/** 同意退单, 不同意, 指定办理 */
export const RULINGS = ['accepted', 'rejected', 'designated'] as const;
/** 催办单, 督办单 */
export const ISSUED_NOTICES = ['urging-notice', 'supervision-notice'] as const;

/** 现场办公, 约谈, 联席会办, 专题专报, 通报批评 */
export const PROPOSAL_KINDS = ['on-site', 'talk', 'joint-meeting', 'special-report', 'public-criticism'] as const;
export const proposalKind = named('ProposalKind', z.enum(PROPOSAL_KINDS));
export const PROPOSAL_STATUSES = ['open', 'postponed', 'accepted', 'refused', 'happened', 'overtaken'] as const;
export const proposalStatus = named('ProposalStatus', z.enum(PROPOSAL_STATUSES));
export const PROPOSAL_DECISIONS = ['do-it', 'not-now', 'no'] as const;

/** What a person may do with a case; the names of the commands. */
export const CASE_ACTIONS = [
  'classify',
  'record-call',
  'merge',
  'unmerge',
  'end-incident',
  'decline',
  'answer-directly',
  'assign',
  'resend-fax',
  'report-fax',
  'acknowledge',
  'return',
  'rule-return',
  'raise-dispute',
  'rule-dispute',
  'change-term',
  'request-extension',
  'decide-extension',
  'suspend',
  'resume',
  'record-contact',
  'hand-over-within',
  'decide-feedback-proposal',
  'report-interim',
  'submit-feedback',
  'review',
  'record-callback',
  'invite-callback',
  'record-second-look',
  'close',
  'review-books',
  'record-sample-look',
  'reopen',
  'record-urging-call',
  'issue-notice',
  'return-slip',
  'plan-on-site-session',
  'cancel-on-site-session',
  'record-on-site-session',
  'record-talk',
  'publish-criticism',
  'ask-as-leader',
  'answer-leader',
  'decide-proposal',
  'convene-meeting',
  'draft-report',
  'submit-report',
  'transfer',
  'receipt-transfer',
  'record-transfer-outcome',
  'receipt-hand-over',
  'declare-emergency',
  'require-urgent-report',
  'send-urgent-report',
  'return-result',
  'advance-clock',
] as const;
