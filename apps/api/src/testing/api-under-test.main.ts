import { databaseClock, hashPassword } from '@hotline/application';
import { DEFAULT_POLICY, type Role } from '@hotline/domain';
import { createSuiteDatabase } from '@hotline/infra';
import { smsChannel, type LoggedNotice } from '@hotline/notifications';
import {
  CategoryEntity,
  migrate,
  openDatabase,
  PolicyEntity,
  UnitEntity,
  UserEntity,
  type DatabasePatience,
} from '@hotline/persistence';
import { createApi } from '../create-api.ts';
import type { ApiParts } from '../house/api-parts.ts';
import { Caller } from './caller.ts';

const PASSWORD = 'a password of the tests';
const PEOPLE: Readonly<Record<string, readonly [Role, unitId?: string]>> = {
  operator: ['operator'],
  supervisor: ['supervisor'],
  director: ['director'],
  deputy: ['deputy-mayor'],
  mayor: ['mayor'],
  administrator: ['administrator'],
  telephone: ['telephone-system'],
  'water-handler': ['unit-handler', 'water'],
  'water-head': ['unit-head', 'water'],
  'power-handler': ['unit-handler', 'power'],
};

/** The API on a port and a database of its own, with a small city in it. */
export interface ApiUnderTest {
  readonly url: string;
  readonly parts: ApiParts;
  readonly password: string;
  /** What went to the SMS log. */
  readonly sms: readonly LoggedNotice[];
  /** Nobody in particular. */
  readonly stranger: Caller;
  /** A person of the small city, logged in. */
  as(username: string): Promise<Caller>;
  close(): Promise<void>;
}

/** What an API under test stands on. */
export interface ApiSurroundings {
  readonly database?: string;
  readonly logTo?: ApiParts['logTo'];
  readonly patience?: DatabasePatience;
}

/** Starts the API over a real database, the suite's own unless another is given; for integration suites. */
export async function startApiUnderTest(
  configuration: Partial<ApiParts['configuration']> = {},
  { database, logTo, patience }: ApiSurroundings = {},
): Promise<ApiUnderTest> {
  const databaseUrl = database ?? (await createSuiteDatabase());
  const orm = await openDatabase(databaseUrl, patience);
  await migrate(orm);
  await populate(orm);
  const given = {
    publicUrl: 'http://hotline.test',
    databaseUrl,
    logLevel: 'silent',
    cookieSecure: false,
    trustProxy: false,
  } as const;
  const sms: LoggedNotice[] = [];
  const parts: ApiParts = {
    orm,
    clock: databaseClock,
    sms: smsChannel((message) => sms.push(message)),
    configuration: { ...given, ...configuration },
    ...(logTo ? { logTo } : {}),
  };
  const app = await createApi(parts);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const stranger = new Caller(url);
  return {
    url,
    parts,
    password: PASSWORD,
    sms,
    stranger,
    async as(username) {
      const body = { username, password: PASSWORD, mode: 'bearer' };
      const answer = await stranger.post<{ token: string }>('session', body);
      if (answer.status !== 201) throw new Error(`${username} could not log in: ${answer.status}`);
      return new Caller(url, answer.body.token);
    },
    async close() {
      await app.close();
      await orm.close();
    },
  };
}

async function populate(orm: ApiParts['orm']): Promise<void> {
  const em = orm.em.fork();
  const since = new Date('2020-01-01T00:00:00.000Z');
  await em.insert(PolicyEntity, { version: DEFAULT_POLICY.version, rules: DEFAULT_POLICY, inForceSince: since });
  await em.insert(CategoryEntity, { id: 'sewer', name: '排水', nameEn: 'Sewers', parentId: null, level: 1 });
  const unit = { nameEn: null, phone: '0513-87650000', fax: null, mail: null, deputyMayorId: null, active: true };
  await em.insertMany(UnitEntity, [
    { id: 'water', name: '水务局', member: true, ...unit },
    { id: 'power', name: '供电公司', member: true, ...unit },
    { id: 'village', name: '某村委会', member: false, ...unit },
  ]);
  const passwordHash = await hashPassword(PASSWORD);
  const users = Object.entries(PEOPLE).map(([username, [role, unitId]]) => {
    const contact = { mail: null, phone: null };
    return {
      id: username,
      username,
      name: username,
      role,
      unitId: unitId ?? null,
      ...contact,
      passwordHash,
      shiftLeader: false,
      active: true,
    };
  });
  await em.insertMany(UserEntity, users);
  await em.nativeUpdate(UnitEntity, {}, { deputyMayorId: 'deputy' });
}
