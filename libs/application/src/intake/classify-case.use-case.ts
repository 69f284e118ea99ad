import type { RequestKind } from '@hotline/domain';
import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import { ensureCategory } from '../organisation/known.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

export interface ClassifyCaseInput {
  readonly caseNumber: string;
  readonly kind?: RequestKind;
  readonly categoryId?: string;
}

/** 补全分类: completes or mends kind and category after the call. Errors: category.unknown, classify.nothing-new. */
export function classifyCase(context: UseCaseContext, input: ClassifyCaseInput): Promise<CaseView> {
  const { caseNumber, kind, categoryId } = input;
  return onCase(context, caseNumber, async ({ em }) => {
    if (categoryId !== undefined) await ensureCategory(em, categoryId);
    return { type: 'classify', ...(kind ? { kind } : {}), ...(categoryId ? { categoryId } : {}) };
  });
}
