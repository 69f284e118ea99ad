import { typesetOfficialPaper } from '@hotline/documents';
import { AppError } from '../app-error.ts';
import { findCaseInSight } from '../case/case-sight.ts';
import type { DocumentFile } from '../knowledge/export-handbook.use-case.ts';
import { ledgerSourceOf } from '../notice/notice-source.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { fileNameOf, paperOfCase } from './paper-of-case.ts';

/** A numbered paper of a case as a PDF. A unit sees its own alone. Errors: case.not-found, document.not-found. */
export async function downloadDocument(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { caseNumber, documentId }: { readonly caseNumber: string; readonly documentId: string },
): Promise<DocumentFile> {
  const em = orm.em.fork();
  const found = await findCaseInSight({ em, actor }, caseNumber);
  if (!found) throw new AppError('case.not-found');
  const { documents, assignments } = found.state;
  const document = Object.values(documents).find(({ id }) => id === documentId);
  const ofOther = actor.unitId && document && assignments[document.assignmentId]?.unitId !== actor.unitId;
  if (!document || ofOther) throw new AppError('document.not-found', { documentId });
  const paper = paperOfCase(await ledgerSourceOf(em, caseNumber), document);
  return { name: fileNameOf(paper), content: await typesetOfficialPaper(paper) };
}
