import { randomUUID } from 'node:crypto';
import { AccessLogEntity, CaseFileEntity } from '@hotline/persistence';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { lockCase } from './change-case.ts';

/** The caller's phone, unmasked. That somebody looked is written down first. */
export function revealPhone(
  context: UseCaseContext,
  input: { readonly caseNumber: string },
): Promise<{ readonly callerPhone: string | null }> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    const { state } = await lockCase(transaction, input.caseNumber);
    const { caseNumber } = state;
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
