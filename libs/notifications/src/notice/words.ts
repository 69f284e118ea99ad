import type { AssignmentRole, NoticeKind, ProposalKind, TaskKind, Urgency } from '@hotline/domain';
import type { DeskMatter } from './notice-facts.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Who speaks in every notice. */
export const CENTER = '如皋市12345市长公开电话受理中心';

/** The names of the notices, as lists and filters show them. */
export const NOTICE_NAMES: Readonly<Record<NoticeKind, Words>> = {
  assignment: { zh: '交办通知', en: 'Assignment' },
  'acknowledge-reminder': { zh: '签收提醒', en: 'Reminder to acknowledge' },
  yellow: { zh: '临期提醒（黄灯）', en: 'Term running out' },
  red: { zh: '逾期告知（红灯）', en: 'Overdue' },
  'urging-notice': { zh: '催办单', en: 'Urging notice' },
  'supervision-notice': { zh: '督办单', en: 'Supervision notice' },
  'still-overdue': { zh: '久拖未决情况报告', en: 'Still overdue' },
  'first-report-missing': { zh: '紧急工单首报催告', en: 'First report missing' },
  'return-ruled': { zh: '退单裁定通知', en: 'Ruling on a return' },
  'extension-decided': { zh: '延期审批结果通知', en: 'Decision on an extension' },
  'feedback-rejected': { zh: '反馈退回通知', en: 'Feedback sent back' },
  redo: { zh: '重办通知', en: 'Redo' },
  withdrawn: { zh: '撤回交办通知', en: 'Assignment withdrawn' },
  proposal: { zh: '待决建议', en: 'Proposal to decide' },
  'on-site-session': { zh: '现场办公通知', en: 'On-site working session' },
  talk: { zh: '约谈通知', en: 'Talk' },
  'meeting-invitation': { zh: '联席会办会议通知', en: 'Joint meeting' },
  'meeting-update': { zh: '联席会办会议改期通知', en: 'Joint meeting moved' },
  'meeting-cancellation': { zh: '联席会办会议取消通知', en: 'Joint meeting cancelled' },
  'meeting-reminder': { zh: '联席会办会议提醒', en: 'Reminder of a joint meeting' },
  resolution: { zh: '会办决议交办通知', en: 'Resolution of a joint meeting' },
  'resolution-due': { zh: '会办决议到期通知', en: 'Resolution due' },
  'special-report': { zh: '专题专报', en: 'Special report' },
  'instruction-reminder': { zh: '专报待批示提醒', en: 'Instruction awaited' },
  'instruction-overdue': { zh: '专报逾期未批示报告', en: 'Instruction overdue' },
  instruction: { zh: '市领导批示交办通知', en: 'Instruction' },
  'instruction-due': { zh: '批示事项到期通知', en: 'Instruction due' },
  'desk-overdue': { zh: '中心内部事项逾期提醒', en: 'Overdue at the center' },
  'task-digest': { zh: '今日待办', en: 'Tasks of the day' },
};

/** The names of human work (待办). */
export const TASK_NAMES: Readonly<Record<TaskKind, Words>> = {
  'assign-or-answer': { zh: '直办或交办', en: 'Answer or assign' },
  'phone-unread': { zh: '电话提醒查看交办', en: 'Phone: assignment unread' },
  'phone-acknowledge': { zh: '电话催促签收', en: 'Phone: acknowledge' },
  'phone-urging': { zh: '电话催办', en: 'Phone urging' },
  'emergency-call': { zh: '紧急工单电话交办', en: 'Emergency call' },
  fax: { zh: '传真交办', en: 'Fax' },
  ruling: { zh: '退单裁定', en: 'Ruling on a return' },
  'extension-decision': { zh: '延期审批', en: 'Decide an extension' },
  'suspension-review': { zh: '挂起复查', en: 'Review a suspension' },
  review: { zh: '反馈审核', en: 'Review feedback' },
  callback: { zh: '回访', en: 'Callback' },
  'second-look': { zh: '复核', en: 'Second look' },
  proposal: { zh: '决定建议事项', en: 'Decide a proposal' },
  'on-site-session': { zh: '现场办公', en: 'On-site session' },
  talk: { zh: '约谈', en: 'Talk' },
  minutes: { zh: '整理会议纪要', en: 'Minutes' },
  'resolution-overdue': { zh: '追办会办决议', en: 'Resolution overdue' },
  'instruction-follow-up': { zh: '追办批示事项', en: 'Follow up an instruction' },
  'books-review': { zh: '挂账复查', en: 'Review of a matter on the books' },
  'refused-address': { zh: '更正拒收的地址', en: 'Mend a refused address' },
  'dead-letter': { zh: '处理未能执行的事项', en: 'Dead letter' },
};

export const URGENCY_NAMES: Readonly<Record<Urgency, Words>> = {
  ordinary: { zh: '普通', en: 'ordinary' },
  urgent: { zh: '加急', en: 'urgent' },
  emergency: { zh: '紧急', en: 'emergency' },
};

export const ROLE_NAMES: Readonly<Record<AssignmentRole, Words>> = {
  lead: { zh: '主办', en: 'lead unit' },
  co: { zh: '协办', en: 'co unit' },
};

export const PROPOSAL_NAMES: Readonly<Record<ProposalKind, Words>> = {
  'on-site': { zh: '现场办公', en: 'an on-site working session' },
  talk: { zh: '约谈承办单位负责人', en: 'a talk with the head of the unit' },
  'joint-meeting': { zh: '召开联席会办', en: 'a joint meeting' },
  'special-report': { zh: '向分管副市长报送专题专报', en: 'a special report to the deputy mayor' },
};

export const DESK_MATTER_NAMES: Readonly<Record<DeskMatter, Words>> = {
  intake: { zh: '登记后的直办或交办', en: 'answering or assigning' },
  ruling: { zh: '退单裁定', en: 'the ruling on a return' },
  extension: { zh: '延期审批', en: 'the decision on an extension' },
  suspension: { zh: '挂起复查', en: 'the review of a suspension' },
  review: { zh: '反馈审核', en: 'the review of feedback' },
  callback: { zh: '回访', en: 'the callback' },
  'second-look': { zh: '复核', en: 'the second look' },
  books: { zh: '挂账复查', en: 'the review of a matter on the books' },
  minutes: { zh: '会议纪要整理', en: 'the minutes of a joint meeting' },
  resolution: { zh: '会办决议追办', en: 'following up a resolution' },
};
