import { Migration } from '@mikro-orm/migrations';

const TABLES = `
-- 常务副市长, who hears of an instruction that stays open when the director says so.
alter table app_user add executive boolean not null default false;
alter table app_user add constraint app_user_executive check (not executive or role = 'deputy-mayor');
create unique index app_user_one_executive on app_user (executive) where executive and active;
alter table special_report add told_to text references app_user (id);
create index special_report_told on special_report (told_to, id) where told_to is not null;
`;

/** The executive deputy mayor. */
export class Migration0013Executive extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
