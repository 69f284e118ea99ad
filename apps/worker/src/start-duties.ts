import {
  CONFERENCES_WORKFLOW,
  MISSED_CALLS_WORKFLOW,
  STAYS_WORKFLOW,
  TASK_DIGEST_WORKFLOW,
  TASK_QUEUE,
} from '@hotline/contracts-process';
import type { Client } from '@temporalio/client';

const DUTIES = [
  {
    ...TASK_DIGEST_WORKFLOW,
    summary: '每个工作日早晨的待办摘要',
    details: '每个工作日早晨，给每位有待办的人发一封待办摘要。常年运行，不会结束。',
  },
  {
    ...MISSED_CALLS_WORKFLOW,
    summary: '未接来电的回拨',
    details: '未接来电到时没有回拨的，提醒值班长；再过同样时间，报告主任。常年运行，不会结束。',
  },
  {
    ...STAYS_WORKFLOW,
    summary: '轮岗到期和交接',
    details:
      '轮岗到期前提醒本人、室负责人和主任安排交接；到期停用账号，在手待办退回队列，没有交接的报告主任。常年运行，不会结束。',
  },
  {
    ...CONFERENCES_WORKFLOW,
    summary: '联席会议的筹备',
    details: '按例会日提前开启下一次联席会议的筹备，无须有人记得。常年运行，不会结束。',
  },
];

export type Duty = (typeof DUTIES)[number];

/** The duty that has this workflow. */
export function dutyOf(workflowId: string): Duty | undefined {
  return DUTIES.find(({ id }) => id === workflowId);
}

/** Starts the duties of the center, which are never over; one that runs already is left alone. */
export async function startDuties(client: Client): Promise<void> {
  for (const duty of DUTIES) await startDuty(client, duty, 'USE_EXISTING');
}

/** Starts a duty; what becomes of the one that runs is said. */
export async function startDuty(
  client: Client,
  { type, id, summary, details }: Duty,
  workflowIdConflictPolicy: 'USE_EXISTING' | 'TERMINATE_EXISTING',
): Promise<void> {
  await client.workflow.start(type, {
    workflowId: id,
    taskQueue: TASK_QUEUE,
    args: [],
    workflowIdConflictPolicy,
    staticSummary: summary,
    staticDetails: details,
  });
}
