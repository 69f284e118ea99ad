import { instantOf, isTraining, laterOf, millisecondsOf, type CaseState, type Instant } from '@hotline/domain';
import { lastEventAt } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';

/** What a person does to a training case happens by the case's clock, which runs ahead of the house's. */
export async function goByCaseClock(transaction: Transaction, { caseNumber, training }: CaseState): Promise<void> {
  if (!training) return;
  const present = instantOf(millisecondsOf(transaction.now) + training.ahead);
  transaction.goBy(await notBeforeLast(transaction, caseNumber, present));
}

/**
 * What the machine does to a stream of a training case happens at the time of the workflow that asks: while it goes
 * through a day that was skipped, that is earlier than the case's clock, which stands at the day's end already.
 */
export async function goByWorkflow(transaction: Transaction, stream: string, at: Instant): Promise<void> {
  if (isTraining(stream)) transaction.goBy(await notBeforeLast(transaction, stream, at));
}

/** Facts of a stream stay in order of time, also when a person acts while a day is gone through. */
async function notBeforeLast({ em }: Transaction, stream: string, at: Instant): Promise<Instant> {
  return laterOf(at, (await lastEventAt(em, stream)) ?? at);
}
