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
  'fax-sheet': { zh: '传真交办单', en: 'Fax sheet' },
  'acknowledge-reminder': { zh: '签收提醒', en: 'Reminder to acknowledge' },
  yellow: { zh: '临期提醒（黄灯）', en: 'Term running out' },
  red: { zh: '逾期告知（红灯）', en: 'Overdue' },
  'urging-notice': { zh: '催办单', en: 'Urging notice' },
  'supervision-notice': { zh: '督办单', en: 'Supervision notice' },
  'still-overdue': { zh: '久拖未决情况报告', en: 'Still overdue' },
  'first-report-missing': { zh: '紧急工单首报催告', en: 'First report missing' },
  'minutes-late': { zh: '分钟时限逾期报告', en: 'Late by minutes' },
  'emergency-declared': { zh: '应急处置通知', en: 'Emergency declared' },
  'urgent-report': { zh: '紧急信息报送', en: 'Urgent report' },
  'missed-call-overdue': { zh: '未接来电逾期未回拨', en: 'Missed call not returned' },
  'return-ruled': { zh: '退单裁定通知', en: 'Ruling on a return' },
  'dispute-ruled': { zh: '职责争议裁定通知', en: 'Decision on a dispute' },
  'extension-decided': { zh: '延期审批结果通知', en: 'Decision on an extension' },
  'feedback-rejected': { zh: '反馈退回通知', en: 'Feedback sent back' },
  'contact-reminder': { zh: '联系来电人提醒', en: 'Reminder to contact the citizen' },
  'handed-over-within': { zh: '内部流转通知', en: 'Handed over within the unit' },
  'feedback-proposed': { zh: '反馈送审通知', en: 'Feedback for your approval' },
  'feedback-sent-back': { zh: '反馈退改通知', en: 'Feedback sent back by the head' },
  'term-changed': { zh: '办理时限调整通知', en: 'Another term was set' },
  redo: { zh: '重办通知', en: 'Redo' },
  withdrawn: { zh: '撤回交办通知', en: 'Assignment withdrawn' },
  'call-again': { zh: '群众再次来电告知', en: 'Called about again' },
  'urgency-raised': { zh: '重复来电提级告知', en: 'Made more urgent' },
  incident: { zh: '突发集中诉求报告', en: 'Incident' },
  proposal: { zh: '待决建议', en: 'Proposal to decide' },
  'on-site-session': { zh: '现场办公通知', en: 'On-site working session' },
  talk: { zh: '约谈通知', en: 'Talk' },
  'public-criticism': { zh: '通报批评', en: 'Public criticism' },
  'return-slip-missing': { zh: '催收回执通知', en: 'Return slip missing' },
  'leader-question': { zh: '领导督办', en: 'A leader’s question' },
  'leader-question-due': { zh: '领导督办待答复提醒', en: 'A leader awaits the answer' },
  'leader-answer': { zh: '领导督办答复', en: 'The answer to your question' },
  'meeting-invitation': { zh: '联席会办会议通知', en: 'Joint meeting' },
  'meeting-poll': { zh: '联席会办会议时间征求', en: 'Which time suits for a joint meeting' },
  'meeting-update': { zh: '联席会办会议改期通知', en: 'Joint meeting moved' },
  'meeting-cancellation': { zh: '联席会办会议取消通知', en: 'Joint meeting cancelled' },
  'meeting-reminder': { zh: '联席会办会议提醒', en: 'Reminder of a joint meeting' },
  'meeting-minutes': { zh: '会议纪要', en: 'Minutes of a joint meeting' },
  resolution: { zh: '会办决议交办通知', en: 'Resolution of a joint meeting' },
  'resolution-due': { zh: '会办决议到期通知', en: 'Resolution due' },
  'special-report': { zh: '专题专报', en: 'Special report' },
  'instruction-reminder': { zh: '专报待批示提醒', en: 'Instruction awaited' },
  'instruction-overdue': { zh: '专报逾期未批示报告', en: 'Instruction overdue' },
  instruction: { zh: '市领导批示交办通知', en: 'Instruction' },
  'instruction-open': { zh: '批示事项到期未落实报告', en: 'Instruction still open' },
  'instruction-due': { zh: '批示事项到期通知', en: 'Instruction due' },
  'desk-overdue': { zh: '中心内部事项逾期提醒', en: 'Overdue at the center' },
  'article-expiring': { zh: '知识条目到期提醒', en: 'Article running out' },
  'article-expired': { zh: '知识条目到期停用通知', en: 'Article expired' },
  'article-doubted': { zh: '知识条目核对通知', en: 'Article doubted' },
  'article-overdue': { zh: '知识条目逾期提醒', en: 'Article overdue' },
  'task-digest': { zh: '今日待办', en: 'Tasks of the day' },
};

/** The names of human work (待办). */
export const TASK_NAMES: Readonly<Record<TaskKind, Words>> = {
  'assign-or-answer': { zh: '直办或交办', en: 'Answer or assign' },
  'phone-unread': { zh: '电话提醒查看交办', en: 'Phone: assignment unread' },
  'phone-acknowledge': { zh: '电话催促签收', en: 'Phone: acknowledge' },
  'phone-urging': { zh: '电话催办', en: 'Phone urging' },
  'phone-fax': { zh: '传真未送达，电话交办', en: 'Phone: the fax did not arrive' },
  'emergency-call': { zh: '紧急工单电话交办', en: 'Emergency call' },
  'transfer-outcome': { zh: '询问转接后的处置情况', en: 'Ask what became of a transfer' },
  'transfer-receipt': { zh: '核对移交回执', en: 'Get the receipt of a hand-over' },
  'urgent-report': { zh: '报送紧急信息', en: 'Send the urgent report' },
  'return-result': { zh: '向上级回复办理结果', en: 'Return the result to who handed it down' },
  'return-call': { zh: '回拨未接来电', en: 'Call back' },
  fax: { zh: '传真交办', en: 'Fax' },
  ruling: { zh: '退单裁定', en: 'Ruling on a return' },
  dispute: { zh: '裁定职责争议', en: 'Decide a dispute' },
  'extension-decision': { zh: '延期审批', en: 'Decide an extension' },
  'suspension-review': { zh: '挂起复查', en: 'Review a suspension' },
  review: { zh: '反馈审核', en: 'Review feedback' },
  callback: { zh: '回访', en: 'Callback' },
  'second-look': { zh: '复核', en: 'Second look' },
  proposal: { zh: '决定建议事项', en: 'Decide a proposal' },
  'on-site-session': { zh: '现场办公', en: 'On-site session' },
  talk: { zh: '约谈', en: 'Talk' },
  'public-criticism': { zh: '起草通报批评', en: 'Public criticism' },
  'leader-question': { zh: '答复领导督办', en: 'Answer a leader’s question' },
  minutes: { zh: '整理会议纪要', en: 'Minutes' },
  'phone-poll': { zh: '电话征求会议时间', en: 'Phone: which time suits' },
  'fix-meeting-time': { zh: '确定会议时间', en: 'Fix the time of a meeting' },
  'resolution-overdue': { zh: '追办会办决议', en: 'Resolution overdue' },
  'instruction-follow-up': { zh: '追办批示事项', en: 'Follow up an instruction' },
  'books-review': { zh: '挂账复查', en: 'Review of a matter on the books' },
  'quality-appeal': { zh: '质检申诉裁定', en: 'Decide a quality appeal' },
  'sample-look': { zh: '抽查', en: 'Look at a sampled case' },
  'article-review': { zh: '知识条目审核', en: 'Review an article' },
  'article-revise': { zh: '知识条目修改', en: 'Revise an article' },
  'article-check': { zh: '知识条目核对', en: 'Check an article' },
  'article-renew': { zh: '知识条目到期更新', en: 'Renew an article' },
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
  'public-criticism': { zh: '通报批评承办单位', en: 'a public criticism of the unit' },
};

export const DESK_MATTER_NAMES: Readonly<Record<DeskMatter, Words>> = {
  intake: { zh: '登记后的直办或交办', en: 'answering or assigning' },
  ruling: { zh: '退单裁定', en: 'the ruling on a return' },
  dispute: { zh: '职责争议裁定', en: 'the decision on a dispute' },
  extension: { zh: '延期审批', en: 'the decision on an extension' },
  suspension: { zh: '挂起复查', en: 'the review of a suspension' },
  review: { zh: '反馈审核', en: 'the review of feedback' },
  callback: { zh: '回访', en: 'the callback' },
  'second-look': { zh: '复核', en: 'the second look' },
  books: { zh: '挂账复查', en: 'the review of a matter on the books' },
  sample: { zh: '抽查', en: 'the look at a sampled case' },
  transfer: { zh: '询问110、119、120转接后的处置情况', en: 'asking what became of a transfer' },
  receipt: { zh: '移交回执核对', en: 'the receipt of a hand-over' },
  'urgent-report': { zh: '紧急信息报送', en: 'the urgent report' },
  'hand-down': { zh: '向上级回复办理结果', en: 'returning the result of a hand-down' },
  minutes: { zh: '会议纪要整理', en: 'the minutes of a joint meeting' },
  resolution: { zh: '会办决议追办', en: 'following up a resolution' },
  'on-site': { zh: '现场办公的安排和记录', en: 'holding and recording the on-site session' },
  talk: { zh: '约谈的安排和记录', en: 'holding and recording the talk' },
  criticism: { zh: '通报批评的起草和印发', en: 'publishing the criticism' },
};
