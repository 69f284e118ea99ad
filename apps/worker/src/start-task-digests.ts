import { TASK_DIGEST_WORKFLOW, TASK_QUEUE } from '@hotline/contracts-process';
import type { Client } from '@temporalio/client';

/** Starts the duty that mails each person's task digest on working mornings; one that runs already is left alone. */
export async function startTaskDigests(client: Client): Promise<void> {
  const { type, id } = TASK_DIGEST_WORKFLOW;
  await client.workflow.start(type, {
    workflowId: id,
    taskQueue: TASK_QUEUE,
    args: [],
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: '每个工作日早晨的待办摘要',
    staticDetails: '每个工作日早晨，给每位有待办的人发一封待办摘要。常年运行，不会结束。',
  });
}
