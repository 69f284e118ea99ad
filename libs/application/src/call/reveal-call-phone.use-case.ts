import { OPERATORS } from '@hotline/domain';
import { CallEntity } from '@hotline/persistence';
import { noteAccessToCall } from '../access/note-access.ts';
import { AppError } from '../app-error.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';

/**
 * The number of a call, unmasked, for who calls back. That somebody looked is written down first, every time.
 * Errors: access.denied, call.not-found.
 */
export function revealCallPhone(
  context: UseCaseContext,
  { callId }: { readonly callId: string },
): Promise<{ readonly callerPhone: string | null }> {
  return runUseCase(withoutRequest(context), async (transaction) => {
    const { em, actor } = transaction;
    if (!OPERATORS.includes(actor.role)) throw new AppError('access.denied', { action: 'reveal-phone' });
    const call = await em.findOne(CallEntity, { callId }, { disableIdentityMap: true });
    if (!call) throw new AppError('call.not-found');
    await noteAccessToCall(transaction, callId, 'caller-phone');
    return { callerPhone: call.callerPhone ?? null };
  });
}
