import type { Activities } from '@hotline/activities';
import { ActivityFailure } from '@temporalio/common';
import { proxyActivities } from '@temporalio/workflow';
import { reportFailedAction } from './failed-actions.ts';
import { codeOfFailure } from './ledger-calls.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const NOTICES_KEY = 'notices';

/** Sends notices beside the main loop, one call at a time: slow mail delays no rung and no signal. */
export class NoticeDelivery {
  readonly #stream: string;
  #wanted = false;
  #underWay = false;

  constructor(stream: string) {
    this.#stream = stream;
  }

  /** Whether there is nothing to send, and nothing under way. */
  get isDone(): boolean {
    return !this.#wanted && !this.#underWay;
  }

  /** Whether a call is under way. What is only wanted, the next run finds by itself in the ledger. */
  get isUnderWay(): boolean {
    return this.#underWay;
  }

  /** There is something to send. */
  want(): void {
    this.#wanted = true;
  }

  /** Sends what is wanted: now, or once more after the call under way. What came together goes in one call. */
  begin(): void {
    if (this.#wanted && !this.#underWay) void this.#sendWhileWanted();
  }

  async #sendWhileWanted(): Promise<void> {
    this.#underWay = true;
    while (this.#wanted) {
      this.#wanted = false;
      await this.#send();
    }
    this.#underWay = false;
  }

  async #send(): Promise<void> {
    const { deliverNotices } = proxyActivities<Pick<Activities, 'deliverNotices'>>({
      startToCloseTimeout: 2 * MINUTE,
      // A killed worker is noticed so soon; without it only after the two minutes.
      heartbeatTimeout: 15 * SECOND,
      scheduleToCloseTimeout: 3 * DAY,
      // Mail waits no more than a quarter as long again as it could not be sent.
      retry: { initialInterval: SECOND, backoffCoefficient: 1.25, maximumInterval: 10 * MINUTE },
      summary: '发送通知',
    });
    try {
      await deliverNotices({ stream: this.#stream });
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      await reportFailedAction(this.#stream, NOTICES_KEY, codeOfFailure(error));
    }
  }
}
