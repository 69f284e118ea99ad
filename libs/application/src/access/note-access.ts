import { randomUUID } from 'node:crypto';
import { AccessLogEntity } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';

type Looking = Pick<Transaction, 'em' | 'actor' | 'now'>;

/** Writes down that the actor learned something of the callers of some cases. */
export function noteAccess(looking: Looking, caseNumbers: readonly string[], what: string): Promise<void> {
  return note(
    looking,
    caseNumbers.map((caseNumber) => ({ caseNumber, callId: null })),
    what,
  );
}

/** Writes down that the actor learned something of whoever called. */
export function noteAccessToCall(looking: Looking, callId: string, what: string): Promise<void> {
  return note(looking, [{ caseNumber: null, callId }], what);
}

async function note(
  { em, actor, now }: Looking,
  of: readonly { readonly caseNumber: string | null; readonly callId: string | null }[],
  what: string,
): Promise<void> {
  if (of.length === 0) return;
  const looked = { at: new Date(now), userId: actor.userId, what };
  await em.insertMany(
    AccessLogEntity,
    of.map((one) => ({ id: randomUUID(), ...one, ...looked })),
  );
}
