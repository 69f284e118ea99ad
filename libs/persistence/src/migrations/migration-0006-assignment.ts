import { Migration } from '@mikro-orm/migrations';

const TABLES = `
-- Units that are not online: their machine's own address at the fax gateway, where it is not number@domain.
alter table unit add column fax_address text;
create table fax_gateway (
  id int primary key check (id = 1), domain text, changed_by text not null references app_user (id), changed_at timestamptz(3) not null);

-- What suggestions are made from: cases that are over, and what was learned of them. The label '' keeps the number of features.
create table suggestion_lesson (
  case_number text primary key references case_file (case_number), category_id text not null, unit_id text, learned_category text, learned_unit text, fresh boolean not null);
create index suggestion_lesson_fresh on suggestion_lesson (case_number) where fresh;
create table suggestion_label (kind text not null check (kind in ('category', 'unit')), label text not null, cases int not null, weight bigint not null, primary key (kind, label));
create table suggestion_feature (kind text not null, feature text not null, primary key (kind, feature));
create table suggestion_count (kind text not null, feature text not null, label text not null, weight bigint not null, primary key (kind, feature, label));
-- What was shown of a case before it was assigned, and where the person's choice stood in it (null: nowhere).
create table suggestion_shown (
  case_number text primary key references case_file (case_number), at timestamptz(3) not null, category_ids jsonb not null, unit_ids jsonb not null);
create table suggestion_use (
  case_number text primary key references case_file (case_number), at timestamptz(3) not null, category_rank int, unit_rank int);
create index suggestion_use_at on suggestion_use (at);
-- Who sent which assignment, and whether it stayed where it was sent.
create table dispatch (
  case_number text not null references case_file (case_number), assignment_id text not null, unit_id text not null references unit (id), at timestamptz(3) not null,
  dispatcher text not null, returned boolean not null default false, misdirected boolean not null default false, primary key (case_number, assignment_id));
create index dispatch_at on dispatch (at);
`;

/** Assignment: units reached by fax; what suggestions are made from. */
export class Migration0006Assignment extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
