import { Migration } from '@mikro-orm/migrations';

const TABLES = `
-- 文号登记簿: one row for each numbered paper. The counter's row is locked until the paper stands, so no number is lost.
create table document_counter (kind text not null, year int not null, last int not null check (last > 0), primary key (kind, year));
create table official_document (
  kind text not null, year int not null, serial int not null check (serial > 0),
  stream text not null references stream (id) deferrable initially deferred, document_id text not null, unit_id text references unit (id),
  issued_at timestamptz(3) not null, primary key (kind, year, serial), unique (stream, document_id));
create index official_document_newest on official_document (issued_at, kind, serial);
-- Whom to phone now: what is still to be done by the supervision room.
create index task_supervision on task (stream) where queue = 'supervision' and status in ('open', 'taken');
`;

/** Numbered papers, and the supervision room's queue. */
export class Migration0007Supervision extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
