import { Migration } from '@mikro-orm/migrations';

const TABLES = `
-- 联席会议: the standing circle, its day and its room; one row.
create table circle (
  id text primary key check (id = 'circle'), week int not null check (week between 1 and 5), weekday int not null check (weekday between 1 and 7),
  minute int not null check (minute between 0 and 1439), place text not null, changed_by text not null, changed_at timestamptz(3) not null);
-- Who left the circle stays as a row: sessions of his time name him.
create table circle_member (
  id text primary key, name text not null, unit_id text references unit (id), contact text, mail text, position int not null,
  active boolean not null, check (unit_id is not null or mail is not null));
create table conference (
  id text primary key references stream (id) deferrable initially deferred, month text not null unique,
  status text not null check (status in ('preparing', 'invited', 'held', 'cancelled')), starts_at timestamptz(3) not null, place text,
  unit_ids jsonb not null, items int not null);
create index conference_units on conference using gin (unit_ids jsonb_path_ops);
create sequence center_invitation_serial;
create table center_invitation (
  id text primary key references stream (id) deferrable initially deferred,
  status text not null check (status in ('open', 'accepted', 'declined', 'attended')), from_body text not null, subject text not null,
  place text not null, starts_at timestamptz(3) not null, case_number text, attendee_id text references app_user (id), outcome text);
create index center_invitation_starts on center_invitation (starts_at desc, id);
`;

/** The regular joint conference: circle, sessions, and other bodies' invitations to the center. */
export class Migration0017JointConference extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
