import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Recipient, Role } from '@hotline/domain';
import { UnitEntity, UserEntity, type User } from '@hotline/persistence';

/** A person or an address that a notice goes to. */
export interface Addressee {
  readonly userId?: string;
  readonly name: string;
  readonly address?: string;
  readonly unitId?: string;
  /** A unit that is not online here: it is reached by fax and phone. */
  readonly offline?: true;
}

/** What the recipients of an effect are looked up by. */
export interface Concerned {
  readonly unitId?: string;
  readonly unitIds?: readonly string[];
  readonly deputyMayorId?: string;
}

/** The people meant by a recipient; an absent role falls to the director, so that no notice goes to nobody. */
export async function addresseesOf(
  em: SqlEntityManager,
  recipient: Recipient,
  concerned: Concerned,
): Promise<Addressee[]> {
  switch (recipient) {
    case 'handler':
      return membersOf(em, concerned.unitId, 'unit-handler');
    case 'head':
      return membersOf(em, concerned.unitId, 'unit-head');
    case 'units': {
      const handlers = await Promise.all(
        (concerned.unitIds ?? []).map((unitId) => membersOf(em, unitId, 'unit-handler')),
      );
      return handlers.flat();
    }
    case 'director':
      return withRole(em, { role: 'director' });
    case 'supervisor':
      return withRole(em, { role: 'supervisor' });
    case 'shift-leader':
      return withRole(em, { shiftLeader: true });
    case 'deputy-mayor':
    case 'deputy-office': {
      const found = concerned.deputyMayorId ? await withRole(em, { id: concerned.deputyMayorId }) : [];
      return found.length > 0 ? found : withRole(em, { role: 'director' });
    }
  }
}

async function withRole(
  em: SqlEntityManager,
  where: { role?: Role; shiftLeader?: boolean; id?: string },
): Promise<Addressee[]> {
  const users = await em.find(
    UserEntity,
    { ...where, active: true },
    { orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  if (users.length > 0 || where.role === 'director') return users.map(addressee);
  return withRole(em, { role: 'director' });
}

/** A unit's people of that role, else any of its people, else its own address. */
async function membersOf(em: SqlEntityManager, unitId: string | undefined, role: Role): Promise<Addressee[]> {
  if (!unitId) return [];
  const members = await em.find(
    UserEntity,
    { unitId, active: true },
    { orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  const meant = members.filter((member) => member.role === role);
  if (meant.length > 0) return meant.map(addressee);
  if (members.length > 0) return members.map(addressee);
  const unit = await em.findOne(UnitEntity, { id: unitId }, { disableIdentityMap: true });
  if (!unit) return [];
  return [{ name: unit.name, unitId, ...(unit.mail ? { address: unit.mail } : {}), ...(unit.member ? {} : { offline: true }) }];
}

function addressee(user: User): Addressee {
  return {
    userId: user.id,
    name: user.name,
    ...(user.mail ? { address: user.mail } : {}),
    ...(user.unitId ? { unitId: user.unitId } : {}),
  };
}
