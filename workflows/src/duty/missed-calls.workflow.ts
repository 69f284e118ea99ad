import type { Activities } from '@hotline/activities';
import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import { keepDuty } from './duty.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const { watchMissedCalls } = proxyActivities<Pick<Activities, 'watchMissedCalls'>>({
  startToCloseTimeout: MINUTE,
  scheduleToCloseTimeout: 30 * MINUTE,
  retry: { initialInterval: SECOND, maximumInterval: MINUTE },
  summary: '检查未接来电的回拨',
});

/** Whoever called in vain is called back, or those who answer for it are told. Runs for ever; a failed round is tried a minute later. */
export async function missedCallsWorkflow(): Promise<void> {
  await keepDuty({ name: '未接来电检查', round: watchMissedCalls, triedAgainAfter: MINUTE });
  await continueAsNew<typeof missedCallsWorkflow>();
}
