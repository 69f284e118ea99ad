import { Migration } from '@mikro-orm/migrations';

const TABLES = `
-- 专题专报 as a numbered document, with what is asked of the deputy mayor.
alter table special_report add number text, add issued_at timestamptz(3);
update special_report set words = '{"asked": ""}'::jsonb || words;
`;

/** Special reports are documents with numbers. */
export class Migration0010SpecialReport extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
