import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** 突发集中诉求 is over, said of the case that opened it: later calls no longer join it. Errors: incident.not-open. */
export function endIncident(
  context: UseCaseContext,
  { caseNumber, text }: { readonly caseNumber: string; readonly text: string },
): Promise<CaseView> {
  return onCase(context, caseNumber, async (transaction) => ({
    type: 'end-incident',
    text: await transaction.text(caseNumber, text),
  }));
}
