import { isOfCenter, type Power } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { delegationViews, powersOf, type DelegationView } from './delegations.ts';

const MOST = 200;

/** What the director has delegated, now and before, the last first; and which of his powers the asker holds now. Errors: access.denied. */
export async function listDelegations({ orm, clock, actor }: Pick<UseCaseContext, 'orm' | 'clock' | 'actor'>): Promise<{
  readonly items: readonly DelegationView[];
  readonly own: readonly Power[];
}> {
  if (!isOfCenter(actor) && actor.role !== 'mayor' && actor.role !== 'administrator')
    throw new AppError('access.denied', { action: 'see-delegations' });
  const em = orm.em.fork();
  const now = await clock.now(em);
  const items = await delegationViews(em, now, [`order by d.given_at desc, d.id limit ${MOST}`]);
  return { items, own: await powersOf(em, actor.userId, now) };
}
