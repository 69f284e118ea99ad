import { randomUUID } from 'node:crypto';
import { AccessLogEntity } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';

/** Writes down that the actor learned something of the callers of some cases. */
export async function noteAccess(
  { em, actor, now }: Pick<Transaction, 'em' | 'actor' | 'now'>,
  caseNumbers: readonly string[],
  what: string,
): Promise<void> {
  if (caseNumbers.length === 0) return;
  const looked = { at: new Date(now), userId: actor.userId, what };
  await em.insertMany(
    AccessLogEntity,
    caseNumbers.map((caseNumber) => ({ id: randomUUID(), caseNumber, ...looked })),
  );
}
