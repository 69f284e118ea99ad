import { z } from 'zod';
import { named } from '../contract.ts';
import { caseNumber } from '../text/identifier.ts';
import { answeredInstant } from '../text/instant.ts';
import { flag, pageOf, pageQuery } from '../text/page.ts';
import { note } from '../text/words.ts';

export const TASK_KINDS = [
  'assign-or-answer',
  'phone-unread',
  'phone-acknowledge',
  'phone-urging',
  'emergency-call',
  'fax',
  'ruling',
  'extension-decision',
  'suspension-review',
  'review',
  'callback',
  'second-look',
  'proposal',
  'on-site-session',
  'talk',
  'minutes',
  'resolution-overdue',
  'instruction-follow-up',
  'books-review',
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
    caseNumber: z.string(),
    caseTitle: z.string().optional(),
    stream: z.string(),
    subject: z.string(),
    unitId: z.string().optional(),
    unitName: z.string().optional(),
    unitPhone: z.string().optional(),
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
export const taskFinishing = named('TaskFinishing', z.strictObject({ outcome: note('办理情况') }));
export type TaskFinishing = z.input<typeof taskFinishing>;
