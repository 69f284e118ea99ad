import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { AccessLogEntity } from './access/access-log.entity.ts';
import { SessionEntity } from './access/session.entity.ts';
import { AssignmentEntity } from './case/assignment.entity.ts';
import { CallbackEntity } from './case/callback.entity.ts';
import { CaseFileEntity } from './case/case-file.entity.ts';
import { MeetingEntity } from './joint-meeting/meeting.entity.ts';
import { EventEntity } from './ledger/event.entity.ts';
import { StreamEntity } from './ledger/stream.entity.ts';
import { TextEntity } from './ledger/text.entity.ts';
import { Migration0001FirstLedger } from './migrations/migration-0001-first-ledger.ts';
import { NoticeEntity } from './notice/notice.entity.ts';
import { CategoryEntity } from './organisation/category.entity.ts';
import { UnitEntity } from './organisation/unit.entity.ts';
import { UserEntity } from './organisation/user.entity.ts';
import { HolidayEntity } from './policy/holiday.entity.ts';
import { PolicyEntity } from './policy/policy.entity.ts';
import { SpecialReportEntity } from './special-report/special-report.entity.ts';
import { TaskEntity } from './task/task.entity.ts';

const ENTITIES = [
  AccessLogEntity,
  AssignmentEntity,
  CallbackEntity,
  CaseFileEntity,
  CategoryEntity,
  EventEntity,
  HolidayEntity,
  MeetingEntity,
  NoticeEntity,
  PolicyEntity,
  SessionEntity,
  SpecialReportEntity,
  StreamEntity,
  TaskEntity,
  TextEntity,
  UnitEntity,
  UserEntity,
];

/** How the ORM meets the database; the same for the API, the worker, the commands and the tests. */
export function databaseOptions(databaseUrl: string, pool: { readonly max?: number } = {}): Options {
  return {
    clientUrl: databaseUrl,
    entities: ENTITIES,
    extensions: [Migrator],
    migrations: {
      migrationsList: [{ name: '0001-first-ledger', class: Migration0001FirstLedger }],
      tableName: 'migration',
      snapshot: false,
      disableForeignKeys: false,
    },
    forceUtcTimezone: true,
    pool: { min: 0, max: pool.max ?? 10 },
    driverOptions: { connectionTimeoutMillis: 3_000, keepAlive: true },
  };
}

export async function openDatabase(databaseUrl: string, pool: { readonly max?: number } = {}): Promise<MikroORM> {
  return MikroORM.init(databaseOptions(databaseUrl, pool));
}

/** Brings the schema up to date; safe to run at every start. Answers the names of the migrations that ran. */
export async function migrate(orm: MikroORM): Promise<string[]> {
  const ran = await orm.migrator.up();
  return ran.map(({ name }) => name);
}
