import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isAbsent, standInOf, type Instant, type Recipient, type Role, type Room } from '@hotline/domain';
import { CircleMemberEntity, SubDeskEntity, UnitEntity, UserEntity, type Unit, type User } from '@hotline/persistence';
import { absencesAt } from '../people/absences.ts';
import { headsOfRooms } from '../room/rooms.ts';
import { leadersOnDuty } from '../shift/shifts.ts';
import { faxAddressOf, faxGatewayDomain } from '../fax/fax-address.ts';

/** A person or an address that a notice goes to. */
export interface Addressee {
  readonly userId?: string;
  readonly name: string;
  readonly address?: string;
  readonly unitId?: string;
  /** An outside body of the standing circle. */
  readonly memberId?: string;
  /** A unit that is not online here: it is reached by fax and phone. */
  readonly offline?: true;
}

/** The part of a notice's row that says to whom it goes, under a key of its own for each. */
export function addressedTo({ userId, unitId, memberId, name, address }: Addressee, key: string) {
  return {
    key: `${key}:${userId ?? unitId ?? memberId ?? 'office'}`,
    recipientId: userId ?? null,
    recipientName: name,
    address: address ?? null,
    mail: address ? ('pending' as const) : ('none' as const),
  };
}

/** Whom an effect means, and by what he is looked up. */
export interface Meant {
  readonly recipient: Recipient;
  readonly unitId?: string;
  readonly unitIds?: readonly string[];
  /** The members of the standing circle. */
  readonly memberIds?: readonly string[];
  /** The unit's sub-desk whose people handle it. */
  readonly subDeskId?: string;
  readonly deputyMayorId?: string;
  /** The leader who asked. */
  readonly userId?: string;
  /** Whose work at the desk it is: its head is told where nobody leads a shift now. */
  readonly room?: Room;
}

/** The people meant by a recipient; an absent role falls to the director, so that no notice goes to nobody. */
export type AddressBook = (meant: Meant) => readonly Addressee[];

const ROLES: Partial<Record<Recipient, Role>> = { supervisor: 'supervisor', director: 'director', mayor: 'mayor' };

const WHO = ['id', 'name', 'role', 'unitId', 'shiftLeader', 'mail'] as const;
type Person = Pick<User, (typeof WHO)[number]>;

/** Looks up at once everybody whom some effects may mean. */
export async function addressBook(em: SqlEntityManager, all: readonly Meant[], now: Instant): Promise<AddressBook> {
  if (all.length === 0) return () => [];
  const unitIds = [...new Set(all.flatMap(unitsOf))];
  const inCharge = await whoIsInCharge(em, all, now);
  const desk = all.some(({ recipient }) => !isOfUnit(recipient) && recipient !== 'fax');
  const users = await em.find(
    UserEntity,
    {
      active: true,
      $or: [
        { unitId: { $in: unitIds } },
        ...(desk
          ? [
              {
                role: { $in: ['supervisor' as const, 'director' as const, 'mayor' as const, 'shift-leader' as const] },
              },
              { shiftLeader: true },
              { id: { $in: [...inCharge.onDuty, ...inCharge.heads.values()] } },
              { id: { $in: all.flatMap(({ deputyMayorId, userId }) => [deputyMayorId ?? [], userId ?? []].flat()) } },
            ]
          : []),
      ],
    },
    { fields: WHO, orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  const silent = unitIds.filter((id) => !users.some(({ unitId }) => unitId === id));
  const units =
    silent.length > 0 ? await em.find(UnitEntity, { id: { $in: silent } }, { disableIdentityMap: true }) : [];
  const machines = await faxMachines(em, all);
  const outside = await outsideBodies(em, all);
  const peopleOf = await peopleOfDesks(em, all);
  const withStandIns = await standingIn(em, now);
  return (meant) =>
    meant.recipient === 'fax'
      ? machines(meant.unitId)
      : [...withStandIns(addresseesOf(meant, peopleOf(meant, users), units, inCharge), users), ...outside(meant)];
}

/** Who leads a shift now, and who heads which room. */
interface InCharge {
  readonly onDuty: readonly string[];
  readonly heads: ReadonlyMap<Room, string>;
}

async function whoIsInCharge(em: SqlEntityManager, all: readonly Meant[], now: Instant): Promise<InCharge> {
  if (!all.some(({ recipient }) => recipient === 'shift-leader')) return { onDuty: [], heads: new Map() };
  return { onDuty: await leadersOnDuty(em, now), heads: await headsOfRooms(em) };
}

/**
 * 代班: whoever is away hears of it all the same, and so does who stands in for him. Where nobody who is told is there, the
 * others of his unit are, or the director: nothing waits on an absent person.
 */
async function standingIn(
  em: SqlEntityManager,
  now: Instant,
): Promise<(told: readonly Addressee[], known: readonly Person[]) => readonly Addressee[]> {
  const absences = await absencesAt(em, now);
  if (absences.length === 0) return (told) => told;
  const ids = absences.flatMap(({ userId }) => standInOf(absences, userId, now) ?? []);
  const standIns = await em.find(
    UserEntity,
    { id: { $in: ids }, active: true },
    { fields: WHO, orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  const isThere = ({ userId }: Addressee): boolean => userId === undefined || !isAbsent(absences, userId, now);
  return (told, known) => {
    const others = told.flatMap(({ userId }) => {
      const standIn = userId && standInOf(absences, userId, now);
      return standIns.filter(({ id }) => id === standIn).map(addressee);
    });
    const all = [...told, ...others];
    const [first] = told;
    const rest = known
      .filter(({ role, unitId }) => (first?.unitId ? unitId === first.unitId : role === 'director'))
      .map(addressee);
    const reached = told.length === 0 || all.some(isThere) ? all : [...all, ...rest.filter(isThere)];
    return [...new Map(reached.map((one) => [one.userId ?? one.unitId ?? one.name, one])).values()];
  };
}

/** Where a sub-desk has the duty, its people stand for the unit's handlers; a desk without people is the whole office's. */
async function peopleOfDesks(
  em: SqlEntityManager,
  all: readonly Meant[],
): Promise<(meant: Meant, users: readonly Person[]) => readonly Person[]> {
  const ids = [...new Set(all.flatMap(({ recipient, subDeskId }) => (recipient === 'handler' && subDeskId) || []))];
  if (ids.length === 0) return (_, users) => users;
  const desks = await em.find(SubDeskEntity, { id: { $in: ids }, active: true }, { disableIdentityMap: true });
  return ({ recipient, unitId, subDeskId }, users) => {
    const desk = recipient === 'handler' ? desks.find(({ id }) => id === subDeskId) : undefined;
    const people = users.filter((user) => user.unitId === unitId && desk?.memberIds.includes(user.id));
    return people.length > 0 ? people : users;
  };
}

/** The members of the standing circle that are no unit of ours. */
async function outsideBodies(em: SqlEntityManager, all: readonly Meant[]): Promise<AddressBook> {
  const ids = all.flatMap(({ recipient, memberIds }) => (recipient === 'circle' ? (memberIds ?? []) : []));
  if (ids.length === 0) return () => [];
  const bodies = await em.find(
    CircleMemberEntity,
    { id: { $in: ids }, unitId: null },
    { orderBy: { position: 'asc' }, disableIdentityMap: true },
  );
  return ({ recipient, memberIds }) =>
    bodies
      .filter(({ id }) => recipient === 'circle' && memberIds?.includes(id))
      .map(({ id, name, mail }) => ({ memberId: id, name, ...(mail ? { address: mail } : {}) }));
}

/** The fax machines of units that are not online, as the gateway reaches them. */
async function faxMachines(
  em: SqlEntityManager,
  all: readonly Meant[],
): Promise<(unitId: string | undefined) => Addressee[]> {
  const ids = all.flatMap(({ recipient, unitId }) => (recipient === 'fax' && unitId ? [unitId] : []));
  if (ids.length === 0) return () => [];
  const units = await em.find(UnitEntity, { id: { $in: ids } }, { disableIdentityMap: true });
  const domain = await faxGatewayDomain(em);
  return (unitId) =>
    units
      .filter(({ id }) => id === unitId)
      .map((unit) => ({ name: unit.name, unitId: unit.id, address: faxAddressOf(unit, domain) ?? '' }));
}

const isOfUnit = (recipient: Recipient): boolean =>
  recipient === 'handler' || recipient === 'head' || recipient === 'units' || recipient === 'circle';

function unitsOf({ recipient, unitId, unitIds }: Meant): readonly string[] {
  if (recipient === 'units' || recipient === 'circle') return unitIds ?? [];
  return isOfUnit(recipient) && unitId ? [unitId] : [];
}

function addresseesOf(
  meant: Meant,
  users: readonly Person[],
  units: readonly Unit[],
  { onDuty, heads }: InCharge,
): Addressee[] {
  const { recipient, deputyMayorId, userId, room } = meant;
  if (isOfUnit(recipient)) {
    // Whoever comes to the conference speaks for his body.
    const role = recipient === 'head' || recipient === 'circle' ? 'unit-head' : 'unit-handler';
    return unitsOf(meant).flatMap((unitId) => membersOf(unitId, role, users, units));
  }
  // Who leads the shift on duty; where the roster says nothing, the room's head; where it has none, everybody who leads one.
  const head = room && heads.get(room);
  const there = onDuty.filter((id) => users.some((user) => user.id === id));
  const leaders = there.length > 0 ? there : users.some(({ id }) => id === head) ? [head] : undefined;
  const found = users.filter(({ id, role, shiftLeader }) => {
    if (recipient === 'shift-leader' && leaders) return leaders.includes(id);
    if (recipient === 'shift-leader') return shiftLeader || role === 'shift-leader';
    if (recipient === 'deputy-mayor' || recipient === 'deputy-office') return id === deputyMayorId;
    if (recipient === 'leader') return id === userId;
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
