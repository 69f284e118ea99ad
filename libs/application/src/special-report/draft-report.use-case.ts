import type { ReportWords } from '@hotline/persistence';
import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

export interface DraftReportInput extends ReportWords {
  readonly caseNumber: string;
}

/** 专题专报, drafted by the center: trouble, cause, way out, and what was tried. */
export function draftReport(context: UseCaseContext, input: DraftReportInput): Promise<CaseView> {
  const { caseNumber, trouble, cause, wayOut, tried } = input;
  return onCase(context, caseNumber, async () => ({ type: 'draft-report' }), {
    reportWords: { trouble, cause, wayOut, tried },
  });
}
