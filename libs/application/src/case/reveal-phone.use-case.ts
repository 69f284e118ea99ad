import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { CaseFileEntity } from '@hotline/persistence';
import { noteAccess } from '../access/note-access.ts';
import { AppError } from '../app-error.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';
import { findCaseInSight, maySeeCaller } from './case-sight.ts';

/**
 * The caller's phone, or the one of a further call, unmasked, and the address he wrote from. That somebody looked is written down first: every time, so a repeat is no replay, and the
 * phone is kept with no answer. Errors: case.not-found; access.denied for who reported a violation, outside of the center.
 */
export function revealPhone(
  context: UseCaseContext,
  input: { readonly caseNumber: string; readonly call?: number | undefined },
): Promise<{ readonly callerPhone: string | null; readonly callerMail?: string }> {
  return runUseCase(withoutRequest(context), async (transaction) => {
    const { em, actor } = transaction;
    const { caseNumber, call = 1 } = input;
    const found = await findCaseInSight(transaction, caseNumber);
    if (!found) throw new AppError('case.not-found');
    if (!maySeeCaller(actor, found.state)) throw new AppError('access.denied', { action: 'reveal-phone' });
    await noteAccess(transaction, [caseNumber], 'caller-phone');
    if (call > 1) return { callerPhone: await phoneOfCall(em, caseNumber, call) };
    const file = await em.findOneOrFail(CaseFileEntity, { caseNumber }, { disableIdentityMap: true });
    return { callerPhone: file.callerPhone ?? null, ...(file.callerMail ? { callerMail: file.callerMail } : {}) };
  });
}

async function phoneOfCall(em: SqlEntityManager, caseNumber: string, call: number): Promise<string | null> {
  const [row] = await em.execute<{ caller_phone: string | null }[]>(
    'select caller_phone from case_call where case_number = ? and number = ?',
    [caseNumber, call],
  );
  return row?.caller_phone ?? null;
}
