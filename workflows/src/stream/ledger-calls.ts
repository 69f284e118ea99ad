import type { Activities, StreamPage } from '@hotline/activities';
import { ACTION_TIMED_OUT, UNEXPECTED } from '@hotline/contracts-process';
import { ActivityFailure, ApplicationFailure, TemporalFailure, TimeoutFailure } from '@temporalio/common';
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * Short asks of the ledger go as local activities: one event in the history instead of six. What does not work within
 * some seconds, in an outage, goes on as an ordinary activity, whose retries leave no trace (ADR 0006).
 */
const quick = { scheduleToCloseTimeout: 6 * SECOND, retry: { maximumAttempts: 3, initialInterval: 100 } };
/** Pauses grow slowly, so that an outage is followed by a wait of no more than a quarter of its length. */
const patient = {
  startToCloseTimeout: 30 * SECOND,
  retry: { initialInterval: SECOND, backoffCoefficient: 1.25, maximumInterval: 2 * MINUTE },
};
/** So old may the time by which lateness is judged become; then the rung is asked again with a new one. */
const ACT_WITHIN = 30 * MINUTE;

type Ledger = Pick<Activities, 'readStream' | 'actOnStream'>;

/** Reads a page of the stream; waits out any outage and any defect. No events: the ledger does not know the stream. */
export async function readPage(stream: string, after: number): Promise<StreamPage> {
  const summary = after === 0 ? '读台账' : `读台账，第 ${after + 1} 条起`;
  return locallyFirst(
    () => proxyLocalActivities<Ledger>({ ...quick, summary }).readStream({ stream, after }),
    () => proxyActivities<Ledger>({ ...patient, summary }).readStream({ stream, after }),
  );
}

/** Acts on a rung. Throws what {@link codeOfFailure} reads when it failed for good. */
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
    const failure = failureOf(error);
    if (failure instanceof ApplicationFailure && failure.nonRetryable) throw error;
    return ordinary();
  }
}

/** The code that an activity's failure ended with. Anything else is a defect and thrown on. */
export function codeOfFailure(error: unknown): string {
  const failure = failureOf(error);
  if (failure instanceof TimeoutFailure) return ACTION_TIMED_OUT;
  return failure instanceof ApplicationFailure ? (failure.type ?? UNEXPECTED) : UNEXPECTED;
}

/** An ordinary activity's failure comes wrapped, a local one's as it is. */
function failureOf(error: unknown): unknown {
  if (!(error instanceof TemporalFailure)) throw error;
  return error instanceof ActivityFailure ? error.cause : error;
}
