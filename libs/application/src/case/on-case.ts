import type { CaseCommand } from '@hotline/domain';
import { ensureFresh } from '../use-case/ensure-fresh.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeCase, lockCase, type Given, type LockedCase } from './change-case.ts';
import { viewCase, type CaseView } from './case-view.ts';

/** Refuses a change of a case that has changed since the person saw it. Errors: case.stale, with the present state. */
export async function ensureFreshCase(transaction: Transaction, locked: LockedCase): Promise<void> {
  await ensureFresh(transaction, locked.row, 'case.stale', () => viewCase(transaction, locked));
}

/**
 * A person's action on a case, whole: locks it, refuses a stale revision (`case.stale`, with the present state), decides
 * the command, and answers the case as it is then. `beforehand` locks what must be locked before the case.
 */
export function onCase(
  context: UseCaseContext,
  caseNumber: string,
  toCommand: (transaction: Transaction, locked: LockedCase) => Promise<CaseCommand>,
  given?: Given,
  beforehand?: (transaction: Transaction) => Promise<void>,
): Promise<CaseView> {
  return runUseCase(context, async (transaction) => {
    await beforehand?.(transaction);
    const locked = await lockCase(transaction, caseNumber);
    await ensureFreshCase(transaction, locked);
    return viewCase(transaction, await changeCase(transaction, locked, await toCommand(transaction, locked), given));
  });
}
