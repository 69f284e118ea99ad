import { isOfCenter, type Instant } from '@hotline/domain';
import { ShiftEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { shiftViews, type ShiftView } from './shifts.ts';

const MOST = 200;
const WEEK = 7 * 86_400_000;

/** The roster of a span, a week either way unless told, with the hand-over logs. Errors: access.denied. */
export async function listShifts(
  { orm, clock, actor }: Pick<UseCaseContext, 'orm' | 'clock' | 'actor'>,
  input: { readonly from?: Instant; readonly until?: Instant } = {},
): Promise<{ readonly items: readonly ShiftView[] }> {
  if (!isOfCenter(actor) && actor.role !== 'mayor') throw new AppError('access.denied', { action: 'see-shifts' });
  const em = orm.em.fork();
  const now = await clock.now(em);
  const from = new Date(input.from ?? Date.parse(now) - WEEK);
  const until = new Date(input.until ?? Date.parse(now) + WEEK);
  const shifts = await em.find(
    ShiftEntity,
    { untilAt: { $gt: from }, fromAt: { $lt: until } },
    { orderBy: { fromAt: 'asc', id: 'asc' }, limit: MOST, disableIdentityMap: true },
  );
  return { items: await shiftViews(em, shifts, now) };
}
