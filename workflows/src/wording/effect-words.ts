import type { EffectCode, NoticeKind, ProposalKind, Queue, Recipient, TaskKind } from '@hotline/domain';

const NOTICES: Readonly<Record<NoticeKind, string>> = {
  assignment: '交办通知',
  'acknowledge-reminder': '签收提醒',
  yellow: '黄色预警',
  red: '红色预警',
  'urging-notice': '催办单',
  'supervision-notice': '督办单',
  'still-overdue': '仍逾期通报',
  'first-report-missing': '首报缺失提醒',
  'return-ruled': '退单裁定通知',
  'extension-decided': '延期审批通知',
  'feedback-rejected': '反馈退回通知',
  redo: '重办通知',
  withdrawn: '撤回通知',
  proposal: '提议待决通知',
  'on-site-session': '现场办公通知',
  talk: '约谈通知',
  'meeting-invitation': '会议邀请',
  'meeting-update': '会议改期通知',
  'meeting-cancellation': '会议取消通知',
  'meeting-reminder': '会前提醒',
  resolution: '议定事项通知',
  'resolution-due': '议定事项到期提醒',
  'special-report': '专题专报',
  'instruction-reminder': '待批示提醒',
  'instruction-overdue': '批示逾期通报',
  instruction: '批示通知',
  'instruction-due': '批示事项到期提醒',
  'desk-overdue': '中心环节逾期通报',
  'task-digest': '待办摘要',
};

const RECIPIENTS: Readonly<Record<Recipient, string>> = {
  handler: '单位承办人',
  head: '单位负责人',
  units: '有关单位',
  'shift-leader': '值班长',
  supervisor: '督办员',
  director: '中心主任',
  'deputy-mayor': '分管副市长',
  'deputy-office': '副市长联络处',
};

const TASKS: Readonly<Record<TaskKind, string>> = {
  'assign-or-answer': '交办或直办',
  'phone-unread': '通知未读，电话告知',
  'phone-acknowledge': '电话催签收',
  'phone-urging': '电话催办',
  'emergency-call': '紧急电话交办',
  fax: '传真交办',
  ruling: '退单裁定',
  'extension-decision': '延期审批',
  'suspension-review': '挂起复查',
  review: '反馈审核',
  callback: '回访',
  'second-look': '复核',
  proposal: '提议待决',
  'on-site-session': '现场办公',
  talk: '约谈',
  minutes: '补会议纪要',
  'resolution-overdue': '议定事项逾期跟踪',
  'instruction-follow-up': '批示跟踪',
  'books-review': '挂账复查',
  'refused-address': '地址被拒收',
  'dead-letter': '未能投递',
};

const QUEUES: Readonly<Record<Queue, string>> = {
  'shift-leader': '值班长',
  dispatch: '交办岗',
  supervision: '督办岗',
  callback: '回访岗',
  director: '主任',
  'deputy-office': '副市长联络处',
  administration: '系统管理',
};

const PROPOSALS: Readonly<Record<ProposalKind, string>> = {
  'on-site': '现场办公',
  talk: '约谈',
  'joint-meeting': '召开联席会',
  'special-report': '上报专题专报',
};

/** What an effect does, as a reader of the Temporal UI understands it: `向单位负责人发红色预警`. */
export function effectInWords(code: EffectCode): string {
  const [how, what = '', whom = ''] = code.split(':');
  if (how === 'notice') return `向${RECIPIENTS[whom as Recipient]}发${NOTICES[what as NoticeKind]}`;
  if (how === 'task') return `给${QUEUES[whom as Queue]}建待办“${TASKS[what as TaskKind]}”`;
  return `提议${PROPOSALS[what as ProposalKind]}`;
}
