import { findStream } from '@hotline/persistence';
import type { CaseState } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { viewCase, type CaseView } from '../case/case-view.ts';
import { changeCase, lockCases } from '../case/change-case.ts';
import { ensureFreshCase } from '../case/on-case.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

export interface UnmergeCaseInput {
  readonly caseNumber: string;
  readonly text: string;
}

/**
 * 撤销并案, while the lead case is open: the merged case goes on by itself, under new terms. Errors: merge.lead-ended,
 * case.wrong-stage when it is not merged.
 */
export function unmergeCase(context: UseCaseContext, input: UnmergeCaseInput): Promise<CaseView> {
  return runUseCase(context, async (transaction) => {
    const { caseNumber } = input;
    const row = await findStream(transaction.em, caseNumber);
    if (row?.kind !== 'case') throw new AppError('case.not-found');
    const { mergedInto } = row.state as CaseState;
    if (!mergedInto) throw new AppError('merge.not-merged');
    const [merged, lead] = await lockCases(transaction, [caseNumber, mergedInto]);
    await ensureFreshCase(transaction, merged);
    // Somebody may have been faster, and merged it into another since.
    if (merged.state.mergedInto !== mergedInto) throw new AppError('merge.not-merged');
    await changeCase(transaction, lead, {
      type: 'let-out',
      mergedCaseNumber: caseNumber,
      text: await transaction.text(mergedInto, input.text),
    });
    const changed = await changeCase(transaction, merged, {
      type: 'unmerge',
      text: await transaction.text(caseNumber, input.text),
    });
    return viewCase(transaction, changed);
  });
}
