import { Migration } from '@mikro-orm/migrations';

const TABLES = `
-- 并报: one report may cover several cases.
alter table special_report add case_numbers jsonb;
update special_report set case_numbers = jsonb_build_array(case_number);
alter table special_report alter case_numbers set not null;
create index special_report_cases on special_report using gin (case_numbers jsonb_path_ops);
`;

/** Special reports over several cases. */
export class Migration0012ReportCases extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
