import { Migration } from '@mikro-orm/migrations';

const TABLES = `
create table unit (
  id text primary key, name text not null unique, name_en text, member boolean not null, phone text, fax text, mail text,
  deputy_mayor_id text, active boolean not null default true);
create table app_user (
  id text primary key, username text not null unique, name text not null, role text not null check (role in (
    'operator', 'supervisor', 'director', 'unit-handler', 'unit-head', 'deputy-mayor', 'mayor', 'administrator')), unit_id text references unit (id),
  shift_leader boolean not null default false, mail text, phone text, password_hash text not null, active boolean not null default true);
create index app_user_unit on app_user (unit_id) where active;
create index app_user_role on app_user (role) where active;
alter table unit add foreign key (deputy_mayor_id) references app_user (id) deferrable initially deferred;
create table category (
  id text primary key, name text not null, name_en text, parent_id text references category (id), level int not null check (level between 1 and 3));
insert into category values ('unclassified', '待分类', 'To be classified', null, 1);
create table policy (version int primary key, rules jsonb not null, in_force_since timestamptz(3));
create table holiday (day text primary key, kind text not null check (kind in ('holiday', 'workday')), name text not null);

create table stream (
  id text primary key, kind text not null check (kind in ('case', 'meeting', 'report', 'article')), head_number int not null check (head_number > 0), head_hash text not null,
  revision int not null check (revision >= 0), state jsonb not null, open boolean not null);
create index stream_open on stream (id) where open;
create table event (
  stream text not null references stream (id) deferrable initially deferred, number int not null check (number > 0), type text not null,
  at timestamptz(3) not null, canonical text not null, hash text not null, action_key text, primary key (stream, number));
create unique index event_acts_once on event (stream, action_key) where action_key is not null;
create table text (
  id uuid primary key, stream text not null references stream (id) deferrable initially deferred, words text not null, sha256 text not null);
create index text_stream on text (stream);
create function refuse_change() returns trigger language plpgsql as $$
begin raise exception 'the table % is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();
create trigger text_append_only before update or delete on text for each row execute function refuse_change();
create trigger text_no_truncate before truncate on text for each statement execute function refuse_change();

create sequence case_serial;
create table case_number (day text primary key, before bigint not null);
create table case_file (
  case_number text primary key references stream (id) deferrable initially deferred, channel text not null, caller_name text, caller_phone text,
  title text not null, text text not null, place text, asked_at timestamptz(3), external_id text unique, external_digest text,
  kind text not null, urgency text not null, category_id text not null references category (id), stage text not null check (stage in (
    'registered', 'assigned', 'completed', 'second-look', 'closed', 'declined', 'merged')), merged_into text, declined_for text, outcome text, registered_at timestamptz(3) not null, due_at timestamptz(3), closed_at timestamptz(3), next_at timestamptz(3), next_rung text,
  external_number text, external_due_at timestamptz(3), proposal_by timestamptz(3));
create unique index case_file_external_number on case_file (channel, external_number) where external_number is not null;
create index case_file_merged on case_file (merged_into) where merged_into is not null;
create index case_file_channel on case_file (channel, case_number);
create index case_file_stage on case_file (stage, case_number);
create index case_file_due on case_file (coalesce(due_at, 'infinity'), case_number);
create index case_file_urgency on case_file (urgency, case_number) where urgency <> 'ordinary';
create index case_file_category on case_file (category_id, case_number);
create index case_file_proposals on case_file (proposal_by, case_number) where proposal_by is not null;
create table case_search (case_number text primary key references case_file (case_number), words text not null);
-- A word that stands in one case of four hundred is still known to be frequent: cases are walked for it, not gathered.
alter table case_search alter column words set statistics 1000;
create extension if not exists pg_trgm;
create index case_search_words on case_search using gin (words gin_trgm_ops);
-- Every two characters that follow each other: a word of Chinese is often no longer, and a trigram index finds none of two.
create function pairs_of(words text) returns text[] language sql immutable strict parallel safe
return string_to_array(regexp_replace(words, '(..)', E'\\\\1\\x1f', 'g') || E'\\x1f' || regexp_replace(substr(words, 2), '(..)', E'\\\\1\\x1f', 'g'), E'\\x1f');
create index case_search_pairs on case_search using gin (pairs_of(words));
-- So it is known of more pairs how rare they are: a search for one that nobody said is no work for several processes.
alter index case_search_pairs alter column 1 set statistics 1000;
-- What a request is compared by with those that came before; 'open' leaves the index when the case ends.
create table request_trait (
  case_number text primary key references case_file (case_number), open boolean not null, registered_at timestamptz(3) not null,
  category_id text not null, phone_key text, title text not null, place text, words tsvector not null);
create index request_trait_likeness on request_trait using gin (title gin_trgm_ops, words) with (fastupdate = off) where open;
create index request_trait_phone on request_trait (phone_key, case_number) where phone_key is not null;
create index request_trait_category on request_trait (category_id, registered_at) where open;
create index request_trait_time on request_trait (registered_at);
create table case_call (
  case_number text not null references case_file (case_number), number int not null, at timestamptz(3) not null,
  caller_name text, caller_phone text, phone_key text, primary key (case_number, number));
create index case_call_phone on case_call (phone_key) where phone_key is not null;
create table incident (
  case_number text primary key references case_file (case_number), opened_at timestamptz(3) not null, last_at timestamptz(3) not null, ended_at timestamptz(3));
create index incident_open on incident (last_at) where ended_at is null;
create table incident_case (
  case_number text primary key references case_file (case_number), incident text not null references incident (case_number));
create index incident_case_incident on incident_case (incident);
create table assignment (
  case_number text not null references case_file (case_number), id text not null, unit_id text not null references unit (id), role text not null check (role in ('lead', 'co')),
  status text not null check (status in ('waiting', 'working', 'return-pending', 'suspended', 'feedback', 'accepted', 'withdrawn')), term int not null, started_at timestamptz(3) not null, acknowledge_by timestamptz(3) not null,
  acknowledged_at timestamptz(3), due_at timestamptz(3) not null, first_report_at timestamptz(3), feedback_at timestamptz(3),
  accepted_at timestamptz(3), primary key (case_number, id));
create index assignment_unit on assignment (unit_id, case_number) where status <> 'withdrawn';
create index assignment_unit_due on assignment (unit_id, (
  case when status in ('waiting', 'working', 'suspended', 'return-pending') then due_at else 'infinity' end), case_number) where status <> 'withdrawn';
create table callback (
  case_number text not null references case_file (case_number), number int not null, at timestamptz(3) not null, result text not null,
  contacted_by_unit boolean, solved boolean, satisfaction text, primary key (case_number, number));
create table meeting (
  id text primary key references stream (id) deferrable initially deferred, case_number text not null references case_file (case_number),
  status text not null check (status in ('convened', 'held', 'cancelled')), unit_ids jsonb not null,
  starts_at timestamptz(3) not null, place text, settled boolean, automatic boolean not null);
create index meeting_case on meeting (case_number);
create index meeting_units on meeting using gin (unit_ids jsonb_path_ops);
create table special_report (
  id text primary key references stream (id) deferrable initially deferred, case_number text not null references case_file (case_number),
  deputy_mayor_id text not null references app_user (id),
  status text not null check (status in ('draft', 'submitted', 'instructed', 'ended')), automatic boolean not null, words jsonb not null, instruction_by timestamptz(3),
  due_at timestamptz(3), result text, drafted_at timestamptz(3) not null);
create index special_report_case on special_report (case_number);
create index special_report_deputy on special_report (deputy_mayor_id, id);

create table task (
  id uuid primary key, key text not null unique, kind text not null, queue text not null, stream text not null, subject text not null,
  unit_id text references unit (id), detail jsonb, status text not null check (status in ('open', 'taken', 'done', 'settled')),
  created_at timestamptz(3) not null, due_at timestamptz(3),
  assignee_id text references app_user (id), taken_at timestamptz(3), ended_at timestamptz(3), outcome text);
create index task_open on task (coalesce(due_at, 'infinity'), id) where status in ('open', 'taken');
create index task_ended on task (coalesce(due_at, 'infinity'), id) where status in ('done', 'settled');
create index task_case on task (split_part(stream, '-', 1));
create index task_stream on task (stream, subject);
create index task_assignee on task (assignee_id) where status = 'taken';
create table notice (
  id uuid primary key, key text not null unique, kind text not null, stream text not null references stream (id) deferrable initially deferred,
  event_number int, subject text not null, unit_id text references unit (id), recipient_id text references app_user (id), recipient_name text not null, address text, due_at timestamptz(3), created_at timestamptz(3) not null, read_at timestamptz(3),
  mail text not null check (mail in ('none', 'pending', 'sent', 'refused')), mail_attempts int not null default 0, mailed_at timestamptz(3),
  mail_lease_until timestamptz(3), mail_problem text);
create index notice_pending on notice (stream) where mail = 'pending';
create index notice_recipient on notice (recipient_id, created_at desc, id);
create index notice_unread on notice (recipient_id) where read_at is null;
create index notice_stream on notice (stream, subject);

create table outbox (
  stream text primary key, from_number int not null, available_at timestamptz(3) not null, attempts int not null default 0, leased_by text,
  lease_until timestamptz(3), dead_at timestamptz(3));
create index outbox_available on outbox (available_at) where dead_at is null;
create table session (id text primary key, user_id text not null references app_user (id), created_at timestamptz(3) not null, expires_at timestamptz(3) not null);
create index session_user_id on session (user_id);
create table login_attempt (key text primary key, since timestamptz(3) not null, attempts int not null);
create table access_log (id uuid primary key, at timestamptz(3) not null, user_id text not null references app_user (id),
  case_number text not null references case_file (case_number), what text not null);
create index access_log_case on access_log (case_number, at);
create table idempotency (
  user_id text not null, key text not null, digest text not null, answer jsonb, created_at timestamptz(3) not null, primary key (user_id, key));
`;

/** The ledger, what people read of it, and the outbox. */
export class Migration0001FirstLedger extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
