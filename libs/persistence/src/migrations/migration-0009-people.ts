import { Migration } from '@mikro-orm/migrations';

const TABLES = `
-- The link of a short message asking for a callback's answers: of the link itself only the digest is kept.
create table callback_token (
  digest text primary key, case_number text not null references case_file (case_number), invitation int not null,
  expires_at timestamptz(3) not null, used_at timestamptz(3));
create index callback_token_invitation on callback_token (case_number, invitation);
create index callback_token_expires on callback_token (expires_at);

alter table app_user drop constraint app_user_role_check;
alter table app_user add constraint app_user_role_check check (role in (
  'operator', 'dispatcher', 'shift-leader', 'quality-checker', 'supervisor', 'director', 'unit-handler', 'unit-head', 'deputy-mayor', 'mayor',
  'administrator'));
create table quality_check (
  case_number text not null references case_file (case_number), number int not null, checked text not null check (checked in ('call', 'case')),
  user_id text not null references app_user (id), checker_id text not null references app_user (id), at timestamptz(3) not null,
  marks jsonb not null, score int not null, status text not null check (status in ('checked', 'appealed', 'decided')),
  primary key (case_number, number));
create index quality_check_at on quality_check (at desc, case_number, number);
create index quality_check_user on quality_check (user_id, at desc);
create table absence (
  id uuid primary key, user_id text not null references app_user (id), substitute_id text references app_user (id),
  from_at timestamptz(3) not null, until_at timestamptz(3) not null, noted_by text not null references app_user (id),
  noted_at timestamptz(3) not null, ended_at timestamptz(3), check (until_at > from_at), check (substitute_id <> user_id));
create index absence_lasting on absence (until_at) where ended_at is null;
`;

/** Callbacks by short message, quality checks, and the roles of the center. */
export class Migration0009People extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
