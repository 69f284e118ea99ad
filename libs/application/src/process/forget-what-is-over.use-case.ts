import {
  dropOldAnswers,
  dropOldCallbackTokens,
  dropOldCodes,
  dropOldLoginAttempts,
  SessionEntity,
} from '@hotline/persistence';
import { LONGEST_WINDOW } from '../citizen/limits.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** How long a request may be repeated under its Idempotency-Key. */
const DAYS_OF_ANSWERS = 7;

/** Drops what only ever grows and nobody asks for again: answers of old requests, log-ins that have ended, old attempts, codes and links. */
export async function forgetWhatIsOver({ orm, clock }: Pick<UseCaseContext, 'orm' | 'clock'>): Promise<void> {
  const em = orm.em.fork();
  await dropOldAnswers(em, DAYS_OF_ANSWERS);
  await dropOldLoginAttempts(em, LONGEST_WINDOW);
  const now = await clock.now(em);
  await dropOldCodes(em, now);
  await dropOldCallbackTokens(em, now);
  await em.nativeDelete(SessionEntity, { expiresAt: { $lt: new Date(now) } });
}
