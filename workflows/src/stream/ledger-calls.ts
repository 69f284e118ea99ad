import type { Activities, StreamPage } from '@hotline/activities';
import { ACTION_TIMED_OUT, UNEXPECTED } from '@hotline/contracts-process';
import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/common';
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * Short asks of the ledger go as local activities: one event in the history instead of six. What does not work within
 * some seconds, in an outage, goes on as an ordinary activity, whose retries leave no trace (ADR 0006).
 */
const quick = { startToCloseTimeout: 4 * SECOND, scheduleToCloseTimeout: 6 * SECOND, retry: { maximumAttempts: 3, initialInterval: 100 } };
const patient = { startToCloseTimeout: 30 * SECOND, retry: { initialInterval: SECOND, maximumInterval: MINUTE } };
/** So old may the time by which lateness is judged become; then the rung is asked again with a new one. */
const ACT_WITHIN = 30 * MINUTE;

type Ledger = Pick<Activities, 'readStream' | 'actOnStream'>;

/** Reads a page of the stream; waits out any outage. Nothing when the ledger does not know the stream. */
export async function readPage(stream: string, after: number): Promise<StreamPage | undefined> {
  const summary = after === 0 ? '读台账' : `读台账，第 ${after + 1} 条起`;
  try {
    return await locallyFirst(
      () => proxyLocalActivities<Ledger>({ ...quick, summary }).readStream({ stream, after }),
      () => proxyActivities<Ledger>({ ...patient, summary }).readStream({ stream, after }),
    );
  } catch (error) {
    if (codeOfFailure(error).endsWith('.not-found')) return undefined;
    throw error;
  }
}

/** Acts on a rung. @throws ActivityFailure when it failed for good; see {@link codeOfFailure} */
export async function act(input: Parameters<Ledger['actOnStream']>[0], summary: string): Promise<StreamPage> {
  return locallyFirst(
    () => proxyLocalActivities<Ledger>({ ...quick, summary }).actOnStream(input),
    () => proxyActivities<Ledger>({ ...patient, scheduleToCloseTimeout: ACT_WITHIN, summary }).actOnStream(input),
  );
}

async function locallyFirst<Answer>(local: () => Promise<Answer>, ordinary: () => Promise<Answer>): Promise<Answer> {
  try {
    return await local();
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isFinal(error)) throw error;
    return ordinary();
  }
}

function isFinal({ cause }: ActivityFailure): boolean {
  return cause instanceof ApplicationFailure && cause.nonRetryable === true;
}

/** The code that a failed activity ended with. Anything that is not an activity's failure is a defect and thrown on. */
export function codeOfFailure(error: unknown): string {
  if (!(error instanceof ActivityFailure)) throw error;
  const { cause } = error;
  if (cause instanceof TimeoutFailure) return ACTION_TIMED_OUT;
  return cause instanceof ApplicationFailure ? (cause.type ?? UNEXPECTED) : UNEXPECTED;
}
