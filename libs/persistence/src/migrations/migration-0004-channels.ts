import { Migration } from '@mikro-orm/migrations';

const TABLES = `
-- A notice to a citizen goes by SMS, or by mail where he wrote one, and keeps its words; its columns named after mail say what became of it all the same.
alter table notice add column channel text not null default 'mail' check (channel in ('mail', 'sms'));
alter table notice add column words text;
alter table notice add check (channel = 'mail' or words is not null);
alter table case_file add column caller_mail text;

-- A code that was sent to a citizen's phone, by its digest. What matched nobody is kept as well, so that it takes as long.
create table citizen_code (
  id uuid primary key, purpose text not null check (purpose in ('case-status', 'web-request')), case_number text references case_file (case_number),
  phone text, digest text not null, created_at timestamptz(3) not null, expires_at timestamptz(3) not null, tries int not null default 0,
  used_at timestamptz(3));
create index citizen_code_expires on citizen_code (expires_at);
-- A citizen who looks at his own case has no account here.
alter table access_log alter column user_id drop not null;

-- Files, under their digests: in one transaction with the event that names them, and in every backup (ADR 0022).
create table attachment_content (sha256 text primary key, bytes bytea not null);
alter table attachment_content alter column bytes set storage external;
create table attachment (
  id uuid primary key, case_number text not null references case_file (case_number), sha256 text not null references attachment_content (sha256),
  name text not null, media_type text not null, size int not null check (size > 0), unit_id text references unit (id), added_at timestamptz(3) not null);
create index attachment_case on attachment (case_number, added_at);
create trigger attachment_append_only before update or delete on attachment for each row execute function refuse_change();
create trigger attachment_content_append_only before update or delete on attachment_content for each row execute function refuse_change();
`;

/** What citizens are told, and what they bring by themselves. */
export class Migration0004Channels extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
