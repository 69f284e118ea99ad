import type { Activities } from '@hotline/activities';
import { actionKey, instantOf, millisecondsOf, type Instant, type Ladder, type Ladders } from '@hotline/domain';
import { log, proxyActivities } from '@temporalio/workflow';
import { codeOfFailure } from './ledger-calls.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const AGAIN_AFTER = 4 * HOUR;
const AGAIN_AT_MOST_AFTER = 24 * HOUR;

/** Rungs whose action failed for good: a person has a task, the rung waits for some hours, everything else goes on. */
export class FailedActions {
  #failed = new Map<string, { readonly againAt: Instant; readonly pause: number }>();

  get any(): boolean {
    return this.#failed.size > 0;
  }

  /** Puts the rung off, longer each time; a person is told the first time. */
  async report(stream: string, key: string, code: string, now: Instant): Promise<void> {
    const before = this.#failed.get(key);
    const pause = before ? Math.min(AGAIN_AT_MOST_AFTER, before.pause * 2) : AGAIN_AFTER;
    this.#failed.set(key, { againAt: instantOf(millisecondsOf(now) + pause), pause });
    if (!before) await reportFailedAction(stream, key, code);
  }

  /** It worked after all. */
  succeeded(key: string): void {
    this.#failed.delete(key);
  }

  /** A person changed something: what failed may work now. */
  forgive(): void {
    this.#failed.clear();
  }

  /** The ladders with the failed rungs later, so that the others come first. */
  putOff(ladders: Ladders): Ladders {
    if (!this.any) return ladders;
    const running = Object.entries(ladders.running).map(
      ([subject, ladder]) => [subject, this.#putOffOf(ladder)] as const,
    );
    return { running: Object.fromEntries(running), held: ladders.held };
  }

  #putOffOf(ladder: Ladder): Ladder {
    const rungs = ladder.rungs.map((rung) => {
      const again = this.#failed.get(actionKey({ ...ladder, rung: rung.rung, try: rung.try }))?.againAt;
      return again && again > rung.at ? { ...rung, at: again } : rung;
    });
    return {
      ...ladder,
      rungs: rungs.toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0)),
    };
  }
}

/** Makes a person's task of what failed for good. Its own failure is in the log, and the rung is tried again later. */
export async function reportFailedAction(stream: string, key: string, code: string): Promise<void> {
  const { reportFailedAction: tell } = proxyActivities<Pick<Activities, 'reportFailedAction'>>({
    startToCloseTimeout: 30 * SECOND,
    scheduleToCloseTimeout: HOUR,
    retry: { initialInterval: SECOND, maximumInterval: 60 * SECOND },
    summary: `${key} 未能执行（${code}），转人工`,
  });
  try {
    await tell({ stream, key, code });
  } catch (error) {
    log.error('a failed action could not be told to a person', { key, code, because: codeOfFailure(error) });
  }
}
