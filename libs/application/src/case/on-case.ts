import type { CaseCommand } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { changeCase, lockCase, type Given, type LockedCase } from './change-case.ts';
import { viewCase, type CaseView } from './case-view.ts';

/**
 * A person's action on a case, whole: locks it, refuses a stale revision (`case.stale`, with the present state), decides
 * the command, and answers the case as it is then.
 */
export function onCase(
  context: UseCaseContext,
  caseNumber: string,
  toCommand: (transaction: Transaction, locked: LockedCase) => Promise<CaseCommand>,
  given?: Given,
): Promise<CaseView> {
  return runUseCase(context, async (transaction) => {
    const locked = await lockCase(transaction, caseNumber);
    const { expectedRevision } = transaction;
    if (expectedRevision !== undefined && expectedRevision !== locked.row.revision)
      throw new AppError('case.stale', { present: await viewCase(transaction, locked) });
    return viewCase(transaction, await changeCase(transaction, locked, await toCommand(transaction, locked), given));
  });
}
