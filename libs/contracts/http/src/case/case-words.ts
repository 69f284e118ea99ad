import { z } from 'zod';
import { named } from '../contract.ts';

/** 电话, 网站, 应用, 微信, 短信, 来信, 来访, 上级转办, 导入 */
export const CHANNELS = ['phone', 'web', 'app', 'wechat', 'message', 'letter', 'visit', 'hand-down', 'import'] as const;
export const channel = named('Channel', z.enum(CHANNELS));
export type Channel = z.infer<typeof channel>;

/** 咨询, 求助, 投诉, 建议, 举报, 表扬 */
export const REQUEST_KINDS = ['consultation', 'help', 'complaint', 'suggestion', 'violation-report', 'praise'] as const;
export const requestKind = named('RequestKind', z.enum(REQUEST_KINDS));
export type RequestKind = z.infer<typeof requestKind>;

/** 一般, 紧急, 特急 */
export const URGENCIES = ['ordinary', 'urgent', 'emergency'] as const;
export const urgency = named('Urgency', z.enum(URGENCIES));
export type Urgency = z.infer<typeof urgency>;

/** 待交办, 办理中, 待回访, 复核中, 已办结归档, 不予受理 */
export const STAGES = ['registered', 'assigned', 'completed', 'second-look', 'closed', 'declined'] as const;
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
export const DECLINE_REASONS = ['litigation', 'arbitration', 'petition-in-course', 'not-ours', 'nuisance'] as const;
export const declineReason = named('DeclineReason', z.enum(DECLINE_REASONS));

/** 电话, 上门, 书面, 短信, 会议 */
export const CONTACT_METHODS = ['phone', 'visit', 'letter', 'message', 'meeting'] as const;
export const contactMethod = named('ContactMethod', z.enum(CONTACT_METHODS));

/** 联系上, 未联系上, 拒绝回访 */
export const CALLBACK_RESULTS = ['reached', 'not-reached', 'refused'] as const;
export const callbackResult = named('CallbackResult', z.enum(CALLBACK_RESULTS));

/** 满意, 基本满意, 不满意 */
export const SATISFACTIONS = ['satisfied', 'basically', 'dissatisfied'] as const;
export const satisfaction = named('Satisfaction', z.enum(SATISFACTIONS));

/** 同意退单, 不同意, 指定办理 */
export const RULINGS = ['accepted', 'rejected', 'designated'] as const;
/** 催办单, 督办单 */
export const ISSUED_NOTICES = ['urging-notice', 'supervision-notice'] as const;

/** 现场办公, 约谈, 联席会办, 专题专报 */
export const PROPOSAL_KINDS = ['on-site', 'talk', 'joint-meeting', 'special-report'] as const;
export const proposalKind = named('ProposalKind', z.enum(PROPOSAL_KINDS));
export const PROPOSAL_STATUSES = ['open', 'postponed', 'accepted', 'refused', 'happened', 'overtaken'] as const;
export const proposalStatus = named('ProposalStatus', z.enum(PROPOSAL_STATUSES));
export const PROPOSAL_DECISIONS = ['do-it', 'not-now', 'no'] as const;

/** What a person may do with a case; the names of the commands. */
export const CASE_ACTIONS = [
  'decline',
  'answer-directly',
  'assign',
  'acknowledge',
  'return',
  'rule-return',
  'request-extension',
  'decide-extension',
  'suspend',
  'resume',
  'report-interim',
  'submit-feedback',
  'review',
  'record-callback',
  'record-second-look',
  'close',
  'reopen',
  'record-urging-call',
  'issue-notice',
  'record-on-site-session',
  'decide-proposal',
  'convene-meeting',
  'draft-report',
  'submit-report',
] as const;
