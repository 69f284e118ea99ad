import type { ProposalKind } from '@hotline/domain';
import { chineseDay, chineseTime, englishTime } from '../notice/local-time.ts';
import type { DigestTask } from '../notice/notice-facts.ts';
import { rowIf, type SheetRow, type Templates } from '../notice/notice-sheet.ts';
import { DESK_MATTER_NAMES, NOTICE_NAMES, PROPOSAL_NAMES, TASK_NAMES } from '../notice/words.ts';

/** What a proposal becomes when nobody decides it. */
const BY_ITSELF: Record<ProposalKind, string> = {
  'on-site': '系统将自动通知承办单位负责人，并向督查室派出现场办公任务。',
  talk: '系统将自动向承办单位负责人发出约谈通知，并向督查室派出约谈任务。',
  'joint-meeting': '系统将自动召集联席会办，向各承办单位发出会议通知。',
  'special-report': '草拟的专题专报将自动送分管副市长批示，并注明系自动报送。',
  'public-criticism': '系统将自动派出起草任务；通报须由主任签发，未签发期间持续提醒。',
};

/** Notices at the center's own desks. */
export const deskTemplates: Templates<'proposal' | 'desk-overdue' | 'task-digest'> = {
  proposal: (facts) => ({
    heading: NOTICE_NAMES.proposal.zh,
    tone: 'pressing',
    opening: `对下列工单，系统按督办规则建议：${PROPOSAL_NAMES[facts.proposal].zh}。`,
    rows: rowIf('建议理由', facts.reason),
    task: '请主任决定：同意执行；或暂缓（写明缓至何时、为何）；或不同意（写明理由）。',
    limits: [{ label: '决定时限', at: facts.due }],
    otherwiseLabel: '如未决定',
    otherwise: `到时无人决定的，建议自动执行：${BY_ITSELF[facts.proposal]}`,
    linkLabel: '作出决定',
    english:
      `Case ${facts.caseNumber}: ${PROPOSAL_NAMES[facts.proposal].en} is proposed; ` +
      `decide by ${englishTime(facts.due)}, else it happens by itself.`,
  }),

  'desk-overdue': (facts) => {
    const matter = DESK_MATTER_NAMES[facts.matter];
    return {
      heading: NOTICE_NAMES['desk-overdue'].zh,
      tone: 'pressing',
      opening: `下列工单的${matter.zh}已超过规定时限，尚未完成。`,
      task: `请立即安排人员完成${matter.zh}；承办单位和诉求人都在等候。`,
      limits: facts.due ? [{ label: '规定时限', at: facts.due }] : [],
      otherwise: '未完成期间，系统将按规定周期继续提醒。',
      linkLabel: '去处理',
      english:
        `Case ${facts.caseNumber}: ${matter.en} is overdue at the center` +
        `${facts.due ? ` since ${englishTime(facts.due)}` : ''}; have it done at once.`,
    };
  },

  'task-digest': (facts) => {
    const late = facts.tasks.filter(({ due }) => due !== undefined && due <= facts.at).length;
    const heading = `${NOTICE_NAMES['task-digest'].zh}（${chineseDay(facts.at)}，${facts.tasks.length}项）`;
    return {
      heading,
      tone: late > 0 ? 'pressing' : 'plain',
      opening: `您今日有待办${facts.tasks.length}项${late > 0 ? `，其中已逾期${late}项` : ''}，按时限先后列出。`,
      rows: [...facts.tasks].toSorted(byDue).map((task, index) => digestRow(task, index + 1, facts.at)),
      task: '请按时限逐项办理；不能办理的，请及时交回队列，由他人接办。',
      limits: [],
      otherwise: '逾期的事项，系统将提醒带班负责人或报告主任。',
      linkLabel: '打开我的待办',
      english: `You have ${facts.tasks.length} tasks today${late > 0 ? `, ${late} of them overdue` : ''}.`,
    };
  },
};

function byDue(left: DigestTask, right: DigestTask): number {
  return (left.due ?? '9999').localeCompare(right.due ?? '9999');
}

function digestRow(task: DigestTask, position: number, now: string): SheetRow {
  const when = task.due ? `${chineseTime(task.due)}${task.due <= now ? '（已逾期）' : '前'}` : '无固定时限';
  const about = [task.caseNumber, task.title].filter((words) => words !== undefined && words !== '').join(' ');
  const value = about === '' ? when : `${about}\n${when}`;
  return { label: `${position}. ${TASK_NAMES[task.kind].zh}`, value, link: task.link };
}
