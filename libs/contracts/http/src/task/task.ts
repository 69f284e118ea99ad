import { z } from 'zod';
import { named } from '../contract.ts';
import { caller } from '../intake/caller.ts';
import { caseNumber } from '../text/identifier.ts';
import { answeredInstant } from '../text/instant.ts';
import { flag, pageOf, pageQuery } from '../text/page.ts';
import { note } from '../text/words.ts';

export const TASK_KINDS = [
  'assign-or-answer',
  'phone-unread',
  'phone-acknowledge',
  'phone-urging',
  'phone-fax',
  'emergency-call',
  'transfer-outcome',
  'transfer-receipt',
  'urgent-report',
  'return-result',
  'return-call',
  'fax',
  'ruling',
  'dispute',
  'extension-decision',
  'suspension-review',
  'review',
  'callback',
  'second-look',
  'proposal',
  'on-site-session',
  'talk',
  'public-criticism',
  'leader-question',
  'phone-poll',
  'fix-meeting-time',
  'minutes',
  'resolution-overdue',
  'instruction-follow-up',
  'open-instruction',
  'part-review',
  'books-review',
  'sample-look',
  'quality-appeal',
  'article-review',
  'article-revise',
  'article-check',
  'article-renew',
  'stay-hand-over',
  'conference-agenda',
  'conference-minutes',
  'conference-resolution',
  'center-invitation',
  'attend-invitation',
  'invitation-outcome',
  'refused-address',
  'dead-letter',
] as const;
export const taskKind = named('TaskKind', z.enum(TASK_KINDS));
export type TaskKind = z.infer<typeof taskKind>;

export const QUEUES = [
  'shift-leader',
  'dispatch',
  'supervision',
  'callback',
  'quality',
  'knowledge',
  'director',
  'deputy-office',
  'administration',
] as const;
export const queue = named('Queue', z.enum(QUEUES));
export type Queue = z.infer<typeof queue>;

export const TASK_STATUSES = ['open', 'taken', 'done', 'settled'] as const;
/** 待领取, 办理中, 已完成, 自动了结 */
export const taskStatus = named('TaskStatus', z.enum(TASK_STATUSES));

/** 待办 */
export const taskView = named(
  'Task',
  z.object({
    taskId: z.string(),
    kind: taskKind,
    queue,
    status: taskStatus,
    caseNumber: z.string().optional(),
    caseTitle: z.string().optional(),
    articleId: z.string().optional().meta({ description: '知识条目的待办' }),
    articleTitle: z.string().optional(),
    conferenceId: z.string().optional().meta({ description: '联席会议的待办' }),
    invitationId: z.string().optional().meta({ description: '外部门邀请的待办' }),
    stream: z.string(),
    subject: z.string(),
    unitId: z.string().optional(),
    unitName: z.string().optional(),
    unitPhone: z.string().optional(),
    callers: z.array(caller).optional().meta({ description: '回访时一并联系的来电人' }),
    detail: z.record(z.string(), z.string()).optional(),
    createdAt: answeredInstant(),
    dueAt: answeredInstant().optional(),
    assigneeId: z.string().optional(),
    assigneeName: z.string().optional(),
    endedAt: answeredInstant().optional(),
    outcome: z.string().optional(),
  }),
);
export type Task = z.infer<typeof taskView>;
export const taskPage = named('TaskPage', pageOf(taskView));

export const taskQuery = z.strictObject({
  mine: flag().optional().meta({ description: '只看我的；否则看我的各队列' }),
  queue: queue.optional(),
  caseNumber: caseNumber().optional(),
  status: taskStatus.optional().meta({ description: '缺省为尚未完成的' }),
  ...pageQuery,
});

/** 领取 */
export const taskTaking = named('TaskTaking', z.strictObject({}));
/** 完成 */
export const taskFinishing = named('TaskFinishing', z.strictObject({ outcome: note('办理情况') }), {
  outcome: '已电话通知，对方答应今日签收。',
});
export type TaskFinishing = z.input<typeof taskFinishing>;
