import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { findCaseInSight } from './case-sight.ts';
import { viewCase, type CaseView } from './case-view.ts';

/** A case as the actor may see it. Errors: case.not-found, also for what is not his. */
export async function getCase(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: { readonly caseNumber: string },
): Promise<CaseView> {
  const viewing = { em: orm.em.fork(), actor };
  const found = await findCaseInSight(viewing, input.caseNumber);
  if (!found) throw new AppError('case.not-found');
  return viewCase(viewing, found);
}
