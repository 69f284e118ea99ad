import { SubDeskEntity } from '@hotline/persistence';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { seesWithinUnits, subDeskViews, type SubDeskView } from './sub-desks.ts';

/** The sub-desks of a unit: of his own for a unit's people, of any unit, or of all, for the center. */
export async function listSubDesks(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: { readonly unitId?: string },
): Promise<{ readonly items: readonly SubDeskView[] }> {
  if (!seesWithinUnits(actor)) return { items: [] };
  if (actor.unitId && input.unitId && input.unitId !== actor.unitId) return { items: [] };
  const em = orm.em.fork();
  const unitId = actor.unitId ?? input.unitId;
  const order = { unitId: 'asc', name: 'asc' } as const;
  const desks = await em.find(SubDeskEntity, unitId ? { unitId } : {}, { orderBy: order, disableIdentityMap: true });
  return { items: await subDeskViews(em, desks) };
}
