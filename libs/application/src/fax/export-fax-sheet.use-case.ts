import { isOfCenter } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { findCaseInSight } from '../case/case-sight.ts';
import type { AssignmentInput } from '../case/assignment-input.ts';
import type { DocumentFile } from '../knowledge/export-handbook.use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { faxSheetOf, numberOfSheet } from './fax-sheet.ts';

/** The sheet of a unit that is not online, for somebody to fax it. Errors: case.not-found, assignment.not-found. */
export async function exportFaxSheet(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { caseNumber, assignmentId, publicUrl }: AssignmentInput & { readonly publicUrl: string },
): Promise<DocumentFile> {
  const em = orm.em.fork();
  const found = await findCaseInSight({ em, actor }, caseNumber);
  if (!found) throw new AppError('case.not-found');
  if (!isOfCenter(actor)) throw new AppError('access.denied');
  const assignment = Object.values(found.state.assignments).find(({ id }) => id === assignmentId);
  if (!assignment?.fax) throw new AppError('assignment.not-found');
  const content = await faxSheetOf(em, publicUrl, { state: found.state, assignment });
  return { name: `传真交办单-${numberOfSheet(caseNumber, assignmentId, assignment.fax.sheet)}.pdf`, content };
}
