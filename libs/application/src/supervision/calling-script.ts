import type { AssignmentState, Instant, TaskKind } from '@hotline/domain';
import { chineseTime } from '@hotline/notifications';

/** What a caller of the supervision room says, and what he is to find out. */
export interface ScriptFacts {
  readonly kind: TaskKind;
  readonly caseNumber: string;
  readonly title: string;
  readonly unitName?: string;
  readonly assignment?: AssignmentState;
  readonly lateDays: number;
  readonly urged: number;
  readonly slip?: { readonly number: string; readonly answerBy: Instant };
  readonly next?: { readonly at: Instant; readonly words: string };
}

/** 通话脚本: who calls, about what, the questions, and what follows if nothing is done. Nothing of the citizen is in it. */
export function callingScript(facts: ScriptFacts): string {
  const lines = [
    `您好，这里是12345市长公开电话受理中心。${aboutOf(facts)}`,
    ...questionsOf(facts),
    ...(facts.next ? [`提醒：如仍未落实，将于${chineseTime(facts.next.at)}${facts.next.words}。`] : []),
    '请记录接电话人的姓名、职务和答复；答应的时间要具体到日。',
  ];
  return lines.join('\n');
}

function aboutOf({ caseNumber, title, assignment, lateDays, urged, slip, kind }: ScriptFacts): string {
  const matter = `工单${caseNumber}“${title}”`;
  if (!assignment) return `${matter}有一事需要落实。`;
  const role = assignment.role === 'lead' ? '主办' : '协办';
  if (kind === 'phone-acknowledge')
    return `${matter}交贵单位${role}，签收时限${chineseTime(assignment.acknowledgeBy)}，至今未签收。`;
  if (slip) return `就${matter}发给贵单位的${slip.number}，回执应于${chineseTime(slip.answerBy)}前交回，至今未收到。`;
  const late = lateDays > 0 ? `已逾期${lateDays}个工作日` : '';
  const before = urged > 0 ? `此前已电话催办${urged}次` : '';
  const standing = [late, before].filter((words) => words !== '').join('，');
  return `${matter}交贵单位${role}，办结反馈时限${chineseTime(assignment.dueAt)}${standing ? `，${standing}` : ''}，至今未反馈办理结果。`;
}

function questionsOf({ kind }: ScriptFacts): string[] {
  if (kind === 'phone-acknowledge')
    return ['请问：一、是否看到交办？二、何人承办？三、如不属贵单位职责，请在一个工作日内按规定退单。'];
  if (kind === 'on-site-session')
    return ['请约定：一、现场办公的时间和地点；二、到场的负责人和承办人；三、需要备齐的材料。'];
  if (kind === 'talk') return ['请约定：一、约谈的时间；二、参加约谈的负责人；三、会前须书面说明的问题。'];
  if (kind === 'resolution-overdue' || kind === 'instruction-follow-up')
    return ['请问：一、议定（批示）事项办到哪一步？二、未完成的原因？三、何人负责、何时完成？'];
  return ['请问：一、办到哪一步？二、卡在哪里，需要中心协调什么？三、何人负责、何时办结？四、是否已联系答复诉求人？'];
}
