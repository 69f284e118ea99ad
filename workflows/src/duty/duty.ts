import { instantOf, millisecondsOf, type Instant } from '@hotline/domain';
import { ActivityFailure } from '@temporalio/common';
import { CancellationScope, log, setCurrentDetails, sleep } from '@temporalio/workflow';
import { shanghaiTime } from '../wording/shanghai-time.ts';

const SECOND = 1_000;
const ROUNDS_IN_A_RUN = 100;

interface Duty {
  /** What is done, for people: `待办摘要`. */
  readonly name: string;
  /** One round at an instant, answering when the next is. */
  readonly round: (input: { readonly at: Instant }) => Promise<{ readonly nextAt: Instant }>;
  /** A failed round is tried so much later: milliseconds. */
  readonly triedAgainAfter: number;
}

/** The rounds of one run of a duty that is never over; the next run is the workflow's own to begin. */
export async function keepDuty({ name, round, triedAgainAfter }: Duty): Promise<void> {
  await CancellationScope.nonCancellable(async () => {
    for (let rounds = 0; rounds < ROUNDS_IN_A_RUN; rounds++) {
      const next = await once(now());
      setCurrentDetails(`**下一次${name}**：${shanghaiTime(next)}`);
      const wait = Math.max(SECOND, millisecondsOf(next) - millisecondsOf(now()));
      await sleep(wait, { summary: `下一次${name}` });
    }
  });

  async function once(at: Instant): Promise<Instant> {
    try {
      return (await round({ at })).nextAt;
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.error('a round of a duty failed and is tried again later', { name, because: String(error.cause?.message) });
      return instantOf(millisecondsOf(at) + triedAgainAfter);
    }
  }
}

function now(): Instant {
  return instantOf(new Date().getTime());
}
