import { Migration } from '@mikro-orm/migrations';

const TABLES = `
create table board_entry (
  id uuid primary key, kind text not null check (kind in ('water-off', 'power-off', 'gas-off', 'road', 'weather', 'event', 'wording', 'other')),
  title text not null, wording text not null, area text, unit_id text references unit (id), article_id text references article (id),
  starts_at timestamptz(3) not null, ends_at timestamptz(3) not null, pinned boolean not null, revision int not null check (revision > 0),
  written_by text not null references app_user (id), written_at timestamptz(3) not null, changed_by text references app_user (id), changed_at timestamptz(3),
  removed_at timestamptz(3), check (ends_at > starts_at));
create index board_entry_showing on board_entry (ends_at) where removed_at is null;
`;

/** The board of today. */
export class Migration0003Board extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
