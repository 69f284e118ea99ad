import { TRAINING_DAY } from '@hotline/domain';
import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/**
 * 快进一天: a training case's clock goes forward by 24 hours. Its workflows follow, rung by rung, each at its own instant.
 * For who holds trainings. Errors: training.real-case, training.nothing-comes, case.not-found, case.stale.
 */
export function advanceTrainingClock(
  context: UseCaseContext,
  { caseNumber }: { readonly caseNumber: string },
): Promise<CaseView> {
  return onCase(context, caseNumber, async () => ({ type: 'advance-clock', milliseconds: TRAINING_DAY }));
}
