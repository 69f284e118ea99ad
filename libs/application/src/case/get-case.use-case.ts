import { AppError } from '../app-error.ts';
import { actingAt } from '../people/acting.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { findCaseInSight } from './case-sight.ts';
import { viewCase, type CaseView } from './case-view.ts';

/** A case as the actor may see it. Errors: case.not-found, also for what is not his. */
export async function getCase(
  { orm, actor, clock }: Pick<UseCaseContext, 'orm' | 'actor' | 'clock'>,
  input: { readonly caseNumber: string },
): Promise<CaseView> {
  const em = orm.em.fork();
  const found = await findCaseInSight({ em, actor }, input.caseNumber);
  if (!found) throw new AppError('case.not-found');
  return viewCase({ em, actor, acting: () => actingAt(em, actor, () => clock.now(em)) }, found);
}
