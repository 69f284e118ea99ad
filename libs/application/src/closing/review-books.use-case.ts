import type { Instant } from '@hotline/domain';
import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** 挂账复查: looked at on its date, and kept on the books until another. */
export function reviewBooks(
  context: UseCaseContext,
  input: { readonly caseNumber: string; readonly reviewAt: Instant; readonly text: string },
): Promise<CaseView> {
  return onCase(context, input.caseNumber, async ({ text }) => ({
    type: 'review-books',
    reviewAt: input.reviewAt,
    text: await text(input.caseNumber, input.text),
  }));
}
