import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { AccessLogEntity } from './access/access-log.entity.ts';
import { SessionEntity } from './access/session.entity.ts';
import { AttachmentEntity } from './attachment/attachment.entity.ts';
import { CallEntity } from './call/call.entity.ts';
import { AssignmentEntity } from './case/assignment.entity.ts';
import { CallbackEntity } from './case/callback.entity.ts';
import { CaseFileEntity } from './case/case-file.entity.ts';
import { CaseSearchEntity } from './case/case-search.entity.ts';
import { giveBackBroken } from './connection/giving-back.ts';
import { impatientSocket } from './connection/impatient-socket.ts';
import { OfficialDocumentEntity } from './document/official-document.entity.ts';
import { CenterInvitationEntity } from './joint-conference/center-invitation.entity.ts';
import { CircleEntity, CircleMemberEntity } from './joint-conference/circle.entity.ts';
import { ConferenceEntity } from './joint-conference/conference.entity.ts';
import { MeetingEntity } from './joint-meeting/meeting.entity.ts';
import { ArticleEntity } from './knowledge/article.entity.ts';
import { ArticleUseEntity } from './knowledge/article-use.entity.ts';
import { ArticleVersionEntity } from './knowledge/article-version.entity.ts';
import { BoardEntryEntity } from './knowledge/board-entry.entity.ts';
import { EventEntity } from './ledger/event.entity.ts';
import { StreamEntity } from './ledger/stream.entity.ts';
import { TextEntity } from './ledger/text.entity.ts';
import { Migration0001FirstLedger } from './migrations/migration-0001-first-ledger.ts';
import { Migration0002Knowledge } from './migrations/migration-0002-knowledge.ts';
import { Migration0003Board } from './migrations/migration-0003-board.ts';
import { Migration0004Channels } from './migrations/migration-0004-channels.ts';
import { Migration0005Calls } from './migrations/migration-0005-calls.ts';
import { Migration0006Assignment } from './migrations/migration-0006-assignment.ts';
import { Migration0008Policy } from './migrations/migration-0008-policy.ts';
import { Migration0007Supervision } from './migrations/migration-0007-supervision.ts';
import { Migration0009People } from './migrations/migration-0009-people.ts';
import { Migration0010SpecialReport } from './migrations/migration-0010-special-report.ts';
import { Migration0011SubDesks } from './migrations/migration-0011-sub-desks.ts';
import { Migration0012ReportCases } from './migrations/migration-0012-report-cases.ts';
import { Migration0013Executive } from './migrations/migration-0013-executive.ts';
import { Migration0014HeadApproval } from './migrations/migration-0014-head-approval.ts';
import { Migration0015Delegation } from './migrations/migration-0015-delegation.ts';
import { Migration0016Shifts } from './migrations/migration-0016-shifts.ts';
import { Migration0018Folders } from './migrations/migration-0018-folders.ts';
import { Migration0019Rooms } from './migrations/migration-0019-rooms.ts';
import { Migration0020CallAccess } from './migrations/migration-0020-call-access.ts';
import { Migration0021WhereAndWhom } from './migrations/migration-0021-where-and-whom.ts';
import { Migration0022UrgentOfAKind } from './migrations/migration-0022-urgent-of-a-kind.ts';
import { Migration0017JointConference } from './migrations/migration-0017-joint-conference.ts';
import { NoticeEntity } from './notice/notice.entity.ts';
import { AbsenceEntity } from './organisation/absence.entity.ts';
import { CategoryEntity } from './organisation/category.entity.ts';
import { DelegationEntity } from './organisation/delegation.entity.ts';
import { RoomEntity } from './organisation/room.entity.ts';
import { ShiftEntity } from './organisation/shift.entity.ts';
import { StayEntity } from './organisation/stay.entity.ts';
import { SubDeskEntity } from './organisation/sub-desk.entity.ts';
import { UnitEntity } from './organisation/unit.entity.ts';
import { UserEntity } from './organisation/user.entity.ts';
import { HolidayEntity } from './policy/holiday.entity.ts';
import { PolicyEntity } from './policy/policy.entity.ts';
import { RulesChangeEntity } from './policy/rules-change.entity.ts';
import { RulesContentEntity } from './policy/rules-content.entity.ts';
import { RulesRunEntity } from './policy/rules-run.entity.ts';
import { InstructionPartEntity } from './special-report/instruction-part.entity.ts';
import { SpecialReportEntity } from './special-report/special-report.entity.ts';
import { TaskEntity } from './task/task.entity.ts';

const ENTITIES = [
  AbsenceEntity,
  AccessLogEntity,
  ArticleEntity,
  ArticleUseEntity,
  ArticleVersionEntity,
  AssignmentEntity,
  AttachmentEntity,
  BoardEntryEntity,
  CallbackEntity,
  CallEntity,
  CaseFileEntity,
  CaseSearchEntity,
  CategoryEntity,
  CenterInvitationEntity,
  CircleEntity,
  CircleMemberEntity,
  ConferenceEntity,
  DelegationEntity,
  EventEntity,
  HolidayEntity,
  MeetingEntity,
  NoticeEntity,
  OfficialDocumentEntity,
  PolicyEntity,
  RoomEntity,
  RulesChangeEntity,
  RulesContentEntity,
  RulesRunEntity,
  SessionEntity,
  ShiftEntity,
  SpecialReportEntity,
  InstructionPartEntity,
  StayEntity,
  StreamEntity,
  SubDeskEntity,
  TaskEntity,
  TextEntity,
  UnitEntity,
  UserEntity,
];

/** How many connections there may be, and what is borne of them; milliseconds. */
export interface DatabasePatience {
  readonly max?: number;
  /** So long a statement waits for a free connection, or for a new one to be made, before it fails (15,000). */
  readonly connection?: number;
  /** A connection on which nothing passes so long is broken (20,000); 0 bears any silence, for statements that take long. */
  readonly silence?: number;
  /** The server ends a transaction that asks nothing for so long (15,000), so that its locks are not kept by nobody. */
  readonly idleInTransaction?: number;
}

/** How the ORM meets the database; the same for the API, the worker, the commands and the tests. */
export function databaseOptions(
  databaseUrl: string,
  { max = 10, connection = 15_000, silence = 20_000, idleInTransaction = 15_000 }: DatabasePatience = {},
): Options {
  return {
    clientUrl: databaseUrl,
    entities: ENTITIES,
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        { name: '0001-first-ledger', class: Migration0001FirstLedger },
        { name: '0002-knowledge', class: Migration0002Knowledge },
        { name: '0003-board', class: Migration0003Board },
        { name: '0004-channels', class: Migration0004Channels },
        { name: '0005-calls', class: Migration0005Calls },
        { name: '0006-assignment', class: Migration0006Assignment },
        { name: '0007-supervision', class: Migration0007Supervision },
        { name: '0008-policy', class: Migration0008Policy },
        { name: '0009-people', class: Migration0009People },
        { name: '0010-special-report', class: Migration0010SpecialReport },
        { name: '0011-sub-desks', class: Migration0011SubDesks },
        { name: '0012-report-cases', class: Migration0012ReportCases },
        { name: '0013-executive', class: Migration0013Executive },
        { name: '0014-head-approval', class: Migration0014HeadApproval },
        { name: '0015-delegation', class: Migration0015Delegation },
        { name: '0016-shifts', class: Migration0016Shifts },
        { name: '0017-joint-conference', class: Migration0017JointConference },
        { name: '0018-folders', class: Migration0018Folders },
        { name: '0019-rooms', class: Migration0019Rooms },
        { name: '0020-call-access', class: Migration0020CallAccess },
        { name: '0021-where-and-whom', class: Migration0021WhereAndWhom },
        { name: '0022-urgent-of-a-kind', class: Migration0022UrgentOfAKind },
      ],
      tableName: 'migration',
      snapshot: false,
      disableForeignKeys: false,
    },
    forceUtcTimezone: true,
    pool: { min: 0, max },
    driverOptions: {
      connectionTimeoutMillis: connection,
      keepAlive: true,
      idle_in_transaction_session_timeout: idleInTransaction,
      onPoolCreated: giveBackBroken,
      ...(silence > 0 ? { stream: () => impatientSocket(silence) } : {}),
    },
  };
}

export async function openDatabase(databaseUrl: string, patience: DatabasePatience = {}): Promise<MikroORM> {
  return MikroORM.init(databaseOptions(databaseUrl, patience));
}

/** Brings the schema up to date; safe to run at every start. Answers the names of the migrations that ran. */
export async function migrate(orm: MikroORM): Promise<string[]> {
  const ran = await orm.migrator.up();
  return ran.map(({ name }) => name);
}
