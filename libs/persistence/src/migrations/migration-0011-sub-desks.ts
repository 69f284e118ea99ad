import { Migration } from '@mikro-orm/migrations';

const TABLES = `
create table sub_desk (
  id uuid primary key, unit_id text not null references unit (id), name text not null, member_ids jsonb not null, active boolean not null,
  changed_by text not null references app_user (id), changed_at timestamptz(3) not null, unique (unit_id, name));
alter table assignment add column sub_desk_id text;
create index assignment_sub_desk on assignment (sub_desk_id, case_number) where sub_desk_id is not null;
`;

/** 一个办公室: the sub-desks of a unit. */
export class Migration0011SubDesks extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
