import type { Activities } from '@hotline/activities';
import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import { keepDuty } from './duty.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const { openConferences } = proxyActivities<Pick<Activities, 'openConferences'>>({
  startToCloseTimeout: MINUTE,
  scheduleToCloseTimeout: HOUR,
  retry: { initialInterval: SECOND, maximumInterval: MINUTE },
  summary: '开启联席会议筹备',
});

/** The next session of the joint conference is opened in good time. Runs for ever; a failed round is tried an hour later. */
export async function conferencesWorkflow(): Promise<void> {
  await keepDuty({ name: '联席会议筹备检查', round: openConferences, triedAgainAfter: HOUR });
  await continueAsNew<typeof conferencesWorkflow>();
}
