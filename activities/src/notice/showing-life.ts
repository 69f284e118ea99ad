import { Context } from '@temporalio/activity';

/** Well within the heartbeat timeout that the workflow gives. */
const EVERY = 3_000;

/**
 * Shows Temporal that this worker is still at it, so that what a killed one was at is tried again within seconds, and not
 * only when the longest time it may take has passed. What is done within some seconds shows nothing.
 */
export async function showingLife<Result>(work: () => Promise<Result>): Promise<Result> {
  const context = Context.current();
  const beating = setInterval(() => context.heartbeat(), EVERY);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}
