import { instantOf, isTraining, millisecondsOf, type Instant } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { findCaseInSight } from '../case/case-sight.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** What time it is in a training case. Errors: case.not-found, also for what is not his or no training. */
export async function trainingClock(
  { orm, actor, clock }: Pick<UseCaseContext, 'orm' | 'actor' | 'clock'>,
  { caseNumber }: { readonly caseNumber: string },
): Promise<{ readonly now: Instant }> {
  const em = orm.em.fork();
  const found = isTraining(caseNumber) ? await findCaseInSight({ em, actor }, caseNumber) : undefined;
  if (!found?.state.training) throw new AppError('case.not-found');
  return { now: instantOf(millisecondsOf(await clock.now(em)) + found.state.training.ahead) };
}
