import { Migration } from '@mikro-orm/migrations';

const TABLES = `
create table delegation (
  id uuid primary key, to_user_id text not null references app_user (id), powers jsonb not null, reason text not null,
  from_at timestamptz(3) not null, until_at timestamptz(3) not null, given_by text not null references app_user (id),
  given_at timestamptz(3) not null, ended_at timestamptz(3), check (until_at > from_at));
create index delegation_lasting on delegation (to_user_id, until_at) where ended_at is null;
create index delegation_given on delegation (given_at desc, id);
`;

/** 主任授权: the director's powers in another's hands for a time. */
export class Migration0015Delegation extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
