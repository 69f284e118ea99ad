import { Migration } from '@mikro-orm/migrations';

const TABLES = `
alter table access_log alter column case_number drop not null, add column call_id text references call (call_id),
  add check (num_nonnulls(case_number, call_id) = 1);
create index call_task on call (task_id) where task_id is not null;
`;

/** A look at the number of a call, of which there may be no case yet, is logged like one at a case's; calls are found by the task to call back. */
export class Migration0020CallAccess extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
