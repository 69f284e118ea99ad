import { lockCase } from '../case/change-case.ts';
import { ensureFreshCase } from '../case/on-case.ts';
import { viewCase, type CaseView } from '../case/case-view.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { attachTo, checkedFile, type NewFile } from './attach.ts';

/**
 * 上传附件: adds a file to a case, its type told by its content. Errors: attachment.empty, attachment.too-large,
 * attachment.type-not-allowed, attachment.too-many, case.wrong-stage.
 */
export async function addAttachment(
  context: UseCaseContext,
  { caseNumber, ...given }: NewFile & { readonly caseNumber: string },
): Promise<CaseView> {
  const file = await checkedFile(given);
  return runUseCase(context, async (transaction) => {
    const locked = await lockCase(transaction, caseNumber);
    await ensureFreshCase(transaction, locked);
    return viewCase(transaction, await attachTo(transaction, locked, file));
  });
}
