import { Migration } from '@mikro-orm/migrations';

const TABLES = `
alter table stream drop constraint if exists stream_kind_check;
alter table stream add constraint stream_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*$');
create sequence rules_change_serial;
create table rules_change (
  id text primary key references stream (id) deferrable initially deferred, subject text not null check (subject in ('policy', 'calendar')),
  status text not null check (status in ('draft', 'moving', 'approved', 'withdrawn')), version int not null, based_on int not null references policy (version),
  reach text check (reach in ('new-cases', 'open-cases')), in_force_from timestamptz(3), policy_version int unique references policy (version),
  drafted_by text not null, drafted_at timestamptz(3) not null, approved_by text, approved_at timestamptz(3), updated_at timestamptz(3) not null);
create index rules_change_updated on rules_change (updated_at, id);
create table rules_content (
  change_id text not null references rules_change (id) deferrable initially deferred, version int not null, content jsonb not null, digest text not null,
  written_by text not null, written_at timestamptz(3) not null, primary key (change_id, version));
create table rules_run (
  change_id text not null references rules_change (id) deferrable initially deferred, number int not null, kind text not null check (kind in ('preview', 'rehearsal', 'moving')),
  content_version int not null, status text not null check (status in ('running', 'done', 'cancelled')), place text not null, total int, looked int not null,
  touched int not null, untouched int not null, tally jsonb not null, period_from timestamptz(3), period_to timestamptz(3),
  started_by text not null, started_at timestamptz(3) not null, ended_at timestamptz(3), primary key (change_id, number));
create table rules_preview_item (
  change_id text not null, run int not null, stream text not null, waits jsonb not null,
  primary key (change_id, run, stream), foreign key (change_id, run) references rules_run (change_id, number));
create index if not exists stream_open on stream (id) where open;
create index if not exists case_file_closed on case_file (closed_at, case_number) where closed_at is not null;
`;

/** Changes of the rules: drafts of a policy or of the calendar, their previews and rehearsals, and how far each has come. */
export class Migration0008Policy extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
