import type { Activities } from '@hotline/activities';
import { instantOf, millisecondsOf, type Instant } from '@hotline/domain';
import { ActivityFailure } from '@temporalio/common';
import { CancellationScope, continueAsNew, log, proxyActivities, setCurrentDetails, sleep } from '@temporalio/workflow';
import { shanghaiTime } from '../wording/shanghai-time.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const ROUNDS_IN_A_RUN = 100;

const { sendTaskDigests } = proxyActivities<Pick<Activities, 'sendTaskDigests'>>({
  startToCloseTimeout: 5 * MINUTE,
  scheduleToCloseTimeout: 6 * HOUR,
  retry: { initialInterval: SECOND, maximumInterval: 10 * MINUTE },
  summary: '发送待办摘要',
});

/** Each working morning everyone with open tasks gets a digest of them. Runs for ever; a failed round is tried an hour later. */
export async function taskDigestWorkflow(): Promise<void> {
  await CancellationScope.nonCancellable(async () => {
    for (let round = 0; round < ROUNDS_IN_A_RUN; round++) {
      const next = await sendOnce(now());
      setCurrentDetails(`**下一次待办摘要**：${shanghaiTime(next)}`);
      const wait = Math.max(SECOND, millisecondsOf(next) - millisecondsOf(now()));
      await sleep(wait, { summary: '下一次待办摘要' });
    }
  });
  await continueAsNew<typeof taskDigestWorkflow>();
}

async function sendOnce(at: Instant): Promise<Instant> {
  try {
    return (await sendTaskDigests({ at })).nextAt;
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.error('the task digests failed; they are tried again in an hour', { because: String(error.cause?.message) });
    return instantOf(millisecondsOf(at) + HOUR);
  }
}

function now(): Instant {
  return instantOf(new Date().getTime());
}
