import { ensureNear, instantOf, millisecondsOf, type Instant, type Period } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

const DAY = 86_400_000;

/** A period as it is asked for: until now, and thirty days of it, where nothing else is said. */
export interface AskedPeriod {
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** The period that figures are asked for: it ends after it begins, and is a year long at most. Errors: period.not-one. */
export async function periodAsked(
  { orm, clock }: Pick<UseCaseContext, 'orm' | 'clock'>,
  asked: AskedPeriod,
): Promise<Period> {
  const now = await clock.now(orm.em.fork());
  const { to = now } = asked;
  const { from = instantOf(millisecondsOf(to) - 30 * DAY) } = asked;
  ensureNear(now, from, to);
  if (from >= to || millisecondsOf(to) - millisecondsOf(from) > 366 * DAY)
    throw new AppError('period.not-one', { from, to });
  return { from, to };
}
