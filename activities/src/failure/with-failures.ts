import { UNEXPECTED } from '@hotline/contracts-process';
import { Context } from '@temporalio/activity';
import { activityFailure, type GivingUp } from './activity-failure.ts';

/** Calls a use case for an activity and turns what it throws into a coded failure. The words stay in the worker's log. */
export async function withFailures<Result>(givingUp: GivingUp, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    const { log, info } = Context.current();
    const failure = activityFailure(error, info.attempt, givingUp);
    if (failure.type === UNEXPECTED) log.error('an activity met an unexpected error', { error });
    throw failure;
  }
}
