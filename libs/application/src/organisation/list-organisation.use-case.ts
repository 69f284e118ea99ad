import { CategoryEntity, UnitEntity, UserEntity, type Category, type Unit } from '@hotline/persistence';
import type { Role, Room } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** The handling units, in the order of their ids. */
export async function listUnits(context: Pick<UseCaseContext, 'orm'>): Promise<{ readonly items: readonly Unit[] }> {
  return { items: await context.orm.em.fork().find(UnitEntity, {}, { orderBy: { id: 'asc' } }) };
}

/** The category tree, parents before children. */
export async function listCategories(
  context: Pick<UseCaseContext, 'orm'>,
): Promise<{ readonly items: readonly Category[] }> {
  return {
    items: await context.orm.em.fork().find(CategoryEntity, {}, { orderBy: [{ level: 'asc' }, { id: 'asc' }] }),
  };
}

/** The people of the house, without passwords and phones. */
export async function listUsers(context: Pick<UseCaseContext, 'orm'>): Promise<{
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly unitId?: string;
    readonly room?: Room;
  }[];
}> {
  const users = await context.orm.em.fork().find(UserEntity, { active: true }, { orderBy: { id: 'asc' } });
  const items = users.map(({ id, name, role, unitId, room }) => ({
    id,
    name,
    role,
    ...(unitId ? { unitId } : {}),
    ...(room ? { room } : {}),
  }));
  return { items };
}
