import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import { publicHolidays } from '@hotline/calendar';
import { DEFAULT_POLICY, type Actor, type Policy, type Role } from '@hotline/domain';
import { hashPassword, type Clock, type UseCaseContext } from '@hotline/application';
import {
  CategoryEntity,
  HolidayEntity,
  openDatabase,
  PolicyEntity,
  UnitEntity,
  UserEntity,
} from '@hotline/persistence';
import { createSuiteDatabase } from '@hotline/infra';

export const PASSWORD = 'a small city 12345';

/** What a citizen brings, in the tests. */
export const REQUEST = {
  channel: 'phone-12345',
  callerName: '王女士',
  callerPhone: '13900001234',
  title: '小区停水两天',
  text: '桃园小区三号楼停水两天，请尽快恢复。𠮷😀',
  kind: 'help',
  urgency: 'ordinary',
  categoryId: 'water-supply',
} as const;

/** Two member units, one reached by fax and phone, and the people of the center. */
const UNITS = [
  { id: 'water', name: '水务集团', member: true },
  { id: 'housing', name: '住建局', member: true },
  { id: 'village', name: '袁家村委会', member: false },
];
const PEOPLE: readonly { id: string; role: Role; unitId?: string; shiftLeader?: boolean }[] = [
  { id: 'operator', role: 'operator' },
  { id: 'leader', role: 'operator', shiftLeader: true },
  { id: 'dispatcher', role: 'dispatcher' },
  { id: 'checker', role: 'quality-checker' },
  { id: 'supervisor', role: 'supervisor' },
  { id: 'director', role: 'director' },
  { id: 'deputy', role: 'deputy-mayor' },
  { id: 'mayor', role: 'mayor' },
  { id: 'admin', role: 'administrator' },
  { id: 'telephone', role: 'telephone-system' },
  { id: 'water-handler', role: 'unit-handler', unitId: 'water' },
  { id: 'water-head', role: 'unit-head', unitId: 'water' },
  { id: 'housing-handler', role: 'unit-handler', unitId: 'housing' },
  { id: 'housing-head', role: 'unit-head', unitId: 'housing' },
];

export type Person =
  | 'operator'
  | 'leader'
  | 'dispatcher'
  | 'checker'
  | 'supervisor'
  | 'director'
  | 'deputy'
  | 'mayor'
  | 'admin'
  | 'telephone'
  | 'water-handler'
  | 'water-head'
  | 'housing-handler'
  | 'housing-head';

/** A city small enough for a test to name everybody in it, on a database of its own. */
export interface SmallCity {
  readonly orm: MikroORM;
  readonly databaseUrl: string;
  actor(person: Person): Actor;
  /** The context of a use case that this person runs. */
  as(person: Person, more?: Partial<UseCaseContext>): UseCaseContext;
  close(): Promise<void>;
}

/** Sows a small city on a fresh database of the suite, or on the migrated one that is named. */
export async function sowSmallCity(clock: Clock, policy: Policy = DEFAULT_POLICY, on?: string): Promise<SmallCity> {
  const databaseUrl = on ?? (await createSuiteDatabase());
  const orm = await openDatabase(databaseUrl);
  await sow(orm.em.fork(), policy);
  const actor = (person: Person): Actor => {
    const { id: userId, role, unitId } = PEOPLE.find(({ id }) => id === person) ?? { id: person, role: 'operator' };
    return { userId, role, ...(unitId ? { unitId } : {}) };
  };
  return {
    orm,
    databaseUrl,
    actor,
    as: (person, more = {}) => ({ orm, clock, actor: actor(person), ...more }),
    close: () => orm.close(),
  };
}

async function sow(em: SqlEntityManager, policy: Policy): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  await em.transactional(async (tx) => {
    await tx.insertMany(
      UserEntity,
      PEOPLE.filter(({ unitId }) => !unitId).map((person) => userRow(person, passwordHash)),
    );
    await tx.insertMany(
      UnitEntity,
      UNITS.map((unit) => ({
        ...unit,
        deputyMayorId: 'deputy',
        mail: `${unit.id}@city.example`,
        phone: '0513-87650000',
        fax: '0513-87650001',
        active: true,
      })),
    );
    await tx.insertMany(
      UserEntity,
      PEOPLE.filter(({ unitId }) => unitId).map((person) => userRow(person, passwordHash)),
    );
    await tx.insert(CategoryEntity, { id: 'water-supply', name: '供水', level: 1 });
    await tx.insert(PolicyEntity, {
      version: policy.version,
      rules: policy,
      inForceSince: new Date('2020-01-01T00:00:00Z'),
    });
    await tx.insertMany(HolidayEntity, publicHolidays());
  });
}

function userRow({ id, role, unitId, shiftLeader }: (typeof PEOPLE)[number], passwordHash: string) {
  const mail = `${id}@city.example`;
  return {
    id,
    username: id,
    name: id,
    role,
    unitId: unitId ?? null,
    shiftLeader: shiftLeader ?? false,
    mail,
    passwordHash,
    active: true,
  };
}
