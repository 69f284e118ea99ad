import { randomUUID } from 'node:crypto';
import { AccessLogEntity, CaseFileEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';
import { findCaseInSight, maySeeCaller } from './case-sight.ts';

/**
 * The caller's phone, unmasked. That somebody looked is written down first: every time, so a repeat is no replay, and the
 * phone is kept with no answer. Errors: case.not-found; access.denied for who reported a violation, outside of the center.
 */
export function revealPhone(
  context: UseCaseContext,
  input: { readonly caseNumber: string },
): Promise<{ readonly callerPhone: string | null }> {
  return runUseCase(withoutRequest(context), async (transaction) => {
    const { em, actor, now } = transaction;
    const { caseNumber } = input;
    const found = await findCaseInSight(transaction, caseNumber);
    if (!found) throw new AppError('case.not-found');
    if (!maySeeCaller(actor, found.state)) throw new AppError('access.denied', { action: 'reveal-phone' });
    await em.insert(AccessLogEntity, {
      id: randomUUID(),
      at: new Date(now),
      userId: actor.userId,
      caseNumber,
      what: 'caller-phone',
    });
    const file = await em.findOneOrFail(CaseFileEntity, { caseNumber }, { disableIdentityMap: true });
    return { callerPhone: file.callerPhone ?? null };
  });
}
