import type { ReportWords } from '@hotline/persistence';
import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

export interface DraftReportInput extends Partial<ReportWords> {
  readonly caseNumber: string;
}

/** 专题专报, drafted by the center: what is not given is drafted from the ledger. */
export function draftReport(context: UseCaseContext, input: DraftReportInput): Promise<CaseView> {
  const { caseNumber, ...words } = input;
  return onCase(context, caseNumber, async () => ({ type: 'draft-report' }), { reportWords: words });
}
