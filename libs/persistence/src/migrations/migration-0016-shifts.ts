import { Migration } from '@mikro-orm/migrations';

const TABLES = `
create table shift (
  id uuid primary key, kind text not null check (kind in ('day', 'evening', 'night')), from_at timestamptz(3) not null,
  until_at timestamptz(3) not null, leader_id text not null references app_user (id), member_ids jsonb not null,
  planned_by text not null references app_user (id), planned_at timestamptz(3) not null, remarks text, matters jsonb,
  written_by text references app_user (id), written_at timestamptz(3), confirmed_by text references app_user (id),
  confirmed_at timestamptz(3), check (until_at > from_at), check (confirmed_at is null or written_at is not null));
create index shift_span on shift (from_at, until_at);
`;

/** 班次, 交接班: the roster of shifts, and what each leaves to the next. */
export class Migration0016Shifts extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
