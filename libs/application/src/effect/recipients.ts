import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Recipient, Role } from '@hotline/domain';
import { UnitEntity, UserEntity, type Unit, type User } from '@hotline/persistence';

/** A person or an address that a notice goes to. */
export interface Addressee {
  readonly userId?: string;
  readonly name: string;
  readonly address?: string;
  readonly unitId?: string;
  /** A unit that is not online here: it is reached by fax and phone. */
  readonly offline?: true;
}

/** Whom an effect means, and by what he is looked up. */
export interface Meant {
  readonly recipient: Recipient;
  readonly unitId?: string;
  readonly unitIds?: readonly string[];
  readonly deputyMayorId?: string;
}

/** The people meant by a recipient; an absent role falls to the director, so that no notice goes to nobody. */
export type AddressBook = (meant: Meant) => readonly Addressee[];

const ROLES: Partial<Record<Recipient, Role>> = { supervisor: 'supervisor', director: 'director' };

const WHO = ['id', 'name', 'role', 'unitId', 'shiftLeader', 'mail'] as const;
type Person = Pick<User, (typeof WHO)[number]>;

/** Looks up at once everybody whom some effects may mean. */
export async function addressBook(em: SqlEntityManager, all: readonly Meant[]): Promise<AddressBook> {
  if (all.length === 0) return () => [];
  const unitIds = [...new Set(all.flatMap(unitsOf))];
  const desk = all.some(({ recipient }) => !isOfUnit(recipient));
  const users = await em.find(
    UserEntity,
    {
      active: true,
      $or: [
        { unitId: { $in: unitIds } },
        ...(desk
          ? [
              { role: { $in: ['supervisor' as const, 'director' as const] } },
              { shiftLeader: true },
              { id: { $in: all.flatMap(({ deputyMayorId }) => deputyMayorId ?? []) } },
            ]
          : []),
      ],
    },
    { fields: WHO, orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  const silent = unitIds.filter((id) => !users.some(({ unitId }) => unitId === id));
  const units =
    silent.length > 0 ? await em.find(UnitEntity, { id: { $in: silent } }, { disableIdentityMap: true }) : [];
  return (meant) => addresseesOf(meant, users, units);
}

const isOfUnit = (recipient: Recipient): boolean =>
  recipient === 'handler' || recipient === 'head' || recipient === 'units';

function unitsOf({ recipient, unitId, unitIds }: Meant): readonly string[] {
  if (recipient === 'units') return unitIds ?? [];
  return isOfUnit(recipient) && unitId ? [unitId] : [];
}

function addresseesOf(meant: Meant, users: readonly Person[], units: readonly Unit[]): Addressee[] {
  const { recipient, deputyMayorId } = meant;
  if (isOfUnit(recipient)) {
    const role = recipient === 'head' ? 'unit-head' : 'unit-handler';
    return unitsOf(meant).flatMap((unitId) => membersOf(unitId, role, users, units));
  }
  const found = users.filter(({ id, role, shiftLeader }) => {
    if (recipient === 'shift-leader') return shiftLeader;
    if (recipient === 'deputy-mayor' || recipient === 'deputy-office') return id === deputyMayorId;
    return role === ROLES[recipient];
  });
  return (found.length > 0 ? found : users.filter(({ role }) => role === 'director')).map(addressee);
}

/** A unit's people of that role, else any of its people, else its own address. */
function membersOf(unitId: string, role: Role, users: readonly Person[], units: readonly Unit[]): Addressee[] {
  const members = users.filter((user) => user.unitId === unitId);
  const meant = members.filter((member) => member.role === role);
  if (members.length > 0) return (meant.length > 0 ? meant : members).map(addressee);
  return units
    .filter(({ id }) => id === unitId)
    .map(({ name, mail, member }) => ({
      name,
      unitId,
      ...(mail ? { address: mail } : {}),
      ...(member ? {} : { offline: true as const }),
    }));
}

function addressee(user: Person): Addressee {
  return {
    userId: user.id,
    name: user.name,
    ...(user.mail ? { address: user.mail } : {}),
    ...(user.unitId ? { unitId: user.unitId } : {}),
  };
}
