import { Migration } from '@mikro-orm/migrations';

const TABLES = `
create table room (id text primary key check (id in ('intake', 'supervision', 'general')), head_id text references app_user (id));
insert into room (id) values ('intake'), ('supervision'), ('general');
alter table app_user add column room text references room (id), add check (room is null or unit_id is null);
alter table app_user drop constraint app_user_role_check;
alter table app_user add constraint app_user_role_check check (role in (
  'operator', 'dispatcher', 'shift-leader', 'quality-checker', 'supervisor', 'director', 'unit-handler', 'unit-head', 'deputy-mayor', 'mayor',
  'administrator', 'telephone-system'));
create table stay (
  id uuid primary key, user_id text not null references app_user (id), from_at timestamptz(3) not null, until_at timestamptz(3) not null,
  planned_by text not null references app_user (id), planned_at timestamptz(3) not null, reminded_at timestamptz(3),
  successor_id text references app_user (id), remarks text, matters jsonb, written_by text references app_user (id), written_at timestamptz(3),
  handed_over_at timestamptz(3), closed_at timestamptz(3), check (until_at > from_at), check (successor_id <> user_id),
  check (handed_over_at is null or written_at is not null));
create unique index stay_lasting on stay (user_id) where closed_at is null;
`;

/** 三个室, 轮岗锻炼: rooms with their heads, stays of one year with their hand-over lists; the telephone system's own role. */
export class Migration0019Rooms extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
