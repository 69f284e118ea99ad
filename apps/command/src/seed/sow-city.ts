import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import { databaseClock, hashPassword } from '@hotline/application';
import { publicHolidays } from '@hotline/calendar';
import { DEFAULT_POLICY, fastPolicy, ROOMS, type Policy } from '@hotline/domain';
import {
  CategoryEntity,
  CircleEntity,
  CircleMemberEntity,
  HolidayEntity,
  PolicyEntity,
  RoomEntity,
  StayEntity,
  SubDeskEntity,
  UnitEntity,
  UserEntity,
} from '@hotline/persistence';
import { CATEGORIES } from './categories.ts';
import { CIRCLE, CIRCLE_MEMBERS } from './circle.ts';
import { DEPUTY_MAYORS } from './deputy-mayors.ts';
import { DEMO_PASSWORD, PEOPLE, ROOM_HEADS } from './people.ts';
import { stays } from './stays.ts';
import { subDesks } from './sub-desks.ts';
import { UNITS } from './units.ts';

export type SeedPolicy = 'standard' | 'fast';

/** How many rows of each were written. */
export interface Sown {
  readonly units: number;
  readonly users: number;
  readonly categories: number;
  readonly holidays: number;
  readonly policy: Policy;
}

/**
 * Writes units, people, categories, the standing circle, policy and holidays into an empty database, all or nothing.
 *
 * @returns undefined when anything is there already; of two that sow at once, one waits and finds it done
 */
export async function sowCity(orm: MikroORM, wanted: SeedPolicy): Promise<Sown | undefined> {
  if (!(await isEmpty(orm.em.fork()))) return undefined;
  const hashes = await Promise.all(PEOPLE.map(() => hashPassword(DEMO_PASSWORD)));
  return orm.em.fork().transactional(async (em) => {
    await em.execute(`select pg_advisory_xact_lock(hashtext('seed'))`);
    if (!(await isEmpty(em))) return undefined;
    await sowOrganisation(em, hashes);
    const holidays = publicHolidays();
    await em.insertMany(HolidayEntity, holidays);
    return {
      units: UNITS.length,
      users: PEOPLE.length,
      categories: CATEGORIES.length,
      holidays: holidays.length,
      policy: await sowPolicies(em, wanted),
    };
  });
}

async function isEmpty(em: SqlEntityManager): Promise<boolean> {
  const [row] = await em.execute<{ some: boolean }[]>(
    'select exists (select from unit) or exists (select from app_user) or exists (select from policy) or exists (select from stream) as some',
  );
  return row?.some !== true;
}

async function sowOrganisation(em: SqlEntityManager, hashes: readonly string[]): Promise<void> {
  await em.insertMany(
    UnitEntity,
    UNITS.map(({ id, name, nameEn, member, phone, fax, portfolio }) => ({
      id,
      name,
      nameEn,
      member,
      phone,
      fax,
      mail: member ? `${id}@units.rugao.example` : null,
      deputyMayorId: DEPUTY_MAYORS[portfolio].id,
      active: true,
    })),
  );
  const members = new Set(UNITS.filter(({ member }) => member).map(({ id }) => id));
  await em.insertMany(
    UserEntity,
    PEOPLE.map(({ username, name, role, unitId, room, shiftLeader, mail, phone }, index) => ({
      id: username,
      username,
      name,
      role,
      unitId,
      room,
      shiftLeader,
      executive: username === DEPUTY_MAYORS.executive.id,
      mail,
      phone,
      passwordHash: hashes[index] ?? '',
      // The people of a unit that is not online are known by name and phone, and cannot log in.
      active: unitId === null || members.has(unitId),
    })),
  );
  for (const id of ROOMS) await em.nativeUpdate(RoomEntity, { id }, { headId: ROOM_HEADS[id] });
  const now = new Date(await databaseClock.now(em));
  await em.insertMany(StayEntity, stays(now));
  await em.insertMany(SubDeskEntity, subDesks(now));
  await em.insertMany(
    CategoryEntity,
    CATEGORIES.map((category) => ({ ...category })),
  );
  await em.insertMany(
    CircleMemberEntity,
    CIRCLE_MEMBERS.map((member) => ({ ...member })),
  );
  const changedAt = new Date(await databaseClock.now(em));
  await em.insert(CircleEntity, { ...CIRCLE, changedBy: 'director', changedAt });
}

/** Both versions are kept; only the wanted one is put in force. */
async function sowPolicies(em: SqlEntityManager, wanted: SeedPolicy): Promise<Policy> {
  const now = new Date(await databaseClock.now(em));
  const fast = fastPolicy();
  await em.insertMany(PolicyEntity, [
    { version: DEFAULT_POLICY.version, rules: DEFAULT_POLICY, inForceSince: wanted === 'standard' ? now : null },
    { version: fast.version, rules: fast, inForceSince: wanted === 'fast' ? now : null },
  ]);
  return wanted === 'fast' ? fast : DEFAULT_POLICY;
}
