import type { Activities } from '@hotline/activities';
import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import { keepDuty } from './duty.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const { sendTaskDigests } = proxyActivities<Pick<Activities, 'sendTaskDigests'>>({
  startToCloseTimeout: 5 * MINUTE,
  scheduleToCloseTimeout: 6 * HOUR,
  retry: { initialInterval: SECOND, maximumInterval: 10 * MINUTE },
  summary: '发送待办摘要',
});

/** Each working morning everyone with open tasks gets a digest of them. Runs for ever; a failed round is tried an hour later. */
export async function taskDigestWorkflow(): Promise<void> {
  await keepDuty({ name: '待办摘要', round: sendTaskDigests, triedAgainAfter: HOUR });
  await continueAsNew<typeof taskDigestWorkflow>();
}
