import type { CaseView } from '../case/case-view.ts';
import { changeCase, lockCases } from '../case/change-case.ts';
import { ensureFreshCase } from '../case/on-case.ts';
import { viewCase } from '../case/case-view.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

export interface MergeCaseInput {
  readonly caseNumber: string;
  /** The case that carries on. */
  readonly leadCaseNumber: string;
  readonly text: string;
}

/**
 * 并案: the case is merged into another; both ledgers say so in one transaction, the two being locked in the order of their
 * numbers. Answers the merged case. Errors: merge.same-case, merge.meeting-open, merge.report-open, case.wrong-stage.
 */
export function mergeCase(context: UseCaseContext, input: MergeCaseInput): Promise<CaseView> {
  return runUseCase(context, async (transaction) => {
    const { caseNumber, leadCaseNumber } = input;
    const [merged, lead] = await lockCases(transaction, [caseNumber, leadCaseNumber]);
    await ensureFreshCase(transaction, merged);
    const changed = await changeCase(transaction, merged, {
      type: 'merge',
      leadCaseNumber,
      text: await transaction.text(caseNumber, input.text),
    });
    await changeCase(transaction, lead, {
      type: 'take-in',
      mergedCaseNumber: caseNumber,
      calledAt: merged.state.calledAt,
      ...(merged.state.reachable ? { reachable: merged.state.reachable } : {}),
      text: await transaction.text(leadCaseNumber, input.text),
    });
    return viewCase(transaction, changed);
  });
}
