import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** 抽查结论: the closing against the citizen's word stands, or the case comes back. */
export function recordSampleLook(
  context: UseCaseContext,
  input: { readonly caseNumber: string; readonly stands: boolean; readonly text: string },
): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'record-sample-look',
    stands: input.stands,
    text: await text(input.caseNumber, input.text),
  }));
}
