import type { Activities } from '@hotline/activities';
import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import { keepDuty } from './duty.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const { watchStays } = proxyActivities<Pick<Activities, 'watchStays'>>({
  startToCloseTimeout: MINUTE,
  scheduleToCloseTimeout: 30 * MINUTE,
  retry: { initialInterval: SECOND, maximumInterval: MINUTE },
  summary: '检查轮岗到期和交接',
});

/** Whoever leaves the center hands over, and nothing waits on who has left. Runs for ever; a failed round is tried a minute later. */
export async function staysWorkflow(): Promise<void> {
  await keepDuty({ name: '轮岗检查', round: watchStays, triedAgainAfter: MINUTE });
  await continueAsNew<typeof staysWorkflow>();
}
