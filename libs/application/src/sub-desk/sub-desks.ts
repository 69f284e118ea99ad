import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '@hotline/domain';
import { SubDeskEntity, UnitEntity, UserEntity, type SubDesk } from '@hotline/persistence';
import { AppError } from '../app-error.ts';

/** A sub-desk as the unit's people and the center see it. */
export interface SubDeskView {
  readonly subDeskId: string;
  readonly unitId: string;
  readonly name: string;
  readonly members: readonly { readonly userId: string; readonly name: string }[];
  readonly active: boolean;
}

/** What goes on inside a unit is not a deputy mayor's to see, nor another unit's. */
export function seesWithinUnits(actor: Actor): boolean {
  return actor.role !== 'deputy-mayor' && actor.role !== 'citizen';
}

/** With the names of their people. */
export async function subDeskViews(em: SqlEntityManager, desks: readonly SubDesk[]): Promise<SubDeskView[]> {
  const ids = desks.flatMap(({ memberIds }) => memberIds);
  const people = await em.find(
    UserEntity,
    { id: { $in: ids } },
    { fields: ['id', 'name'], orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  return desks.map(({ id, unitId, name, memberIds, active }) => ({
    subDeskId: id,
    unitId,
    name,
    members: people
      .filter((person) => memberIds.includes(person.id))
      .map((person) => ({ userId: person.id, name: person.name })),
    active,
  }));
}

/** Errors: sub-desk.unknown, also for one of another unit, or one that is no more. */
export async function ensureSubDesk(em: SqlEntityManager, id: string, unitId: string): Promise<void> {
  if ((await em.count(SubDeskEntity, { id, unitId, active: true })) === 0)
    throw new AppError('sub-desk.unknown', { subDeskId: id });
}

/** The head keeps his own unit's office, an administrator everybody's. Errors: access.denied, unit.unknown. */
export async function ensureKeepsUnit(
  { em, actor }: { readonly em: SqlEntityManager; readonly actor: Actor },
  unitId: string,
): Promise<void> {
  const may = actor.role === 'administrator' || (actor.role === 'unit-head' && actor.unitId === unitId);
  if (!may) throw new AppError('access.denied', { action: 'keep-unit' });
  if ((await em.count(UnitEntity, { id: unitId, active: true, member: true })) === 0)
    throw new AppError('unit.unknown', { unitId });
}
