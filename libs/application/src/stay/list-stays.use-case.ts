import { StayEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { seesStays, stayViews, type StayView } from './stays.ts';

const MOST = 200;

/** The stays with their hand-over lists, the one that ends last first. Errors: access.denied. */
export async function listStays({ orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>): Promise<{
  readonly items: readonly StayView[];
}> {
  if (!seesStays(actor)) throw new AppError('access.denied', { action: 'see-stays' });
  const em = orm.em.fork();
  const order = { untilAt: 'desc', id: 'asc' } as const;
  return {
    items: await stayViews(
      em,
      await em.find(StayEntity, {}, { orderBy: order, limit: MOST, disableIdentityMap: true }),
    ),
  };
}
