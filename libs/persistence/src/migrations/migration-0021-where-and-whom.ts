import { Migration } from '@mikro-orm/migrations';

const TABLES = `
alter table case_file add column latitude double precision check (latitude between -90 and 90),
  add column longitude double precision check (longitude between -180 and 180),
  add column people_concerned int check (people_concerned > 0), add check ((latitude is null) = (longitude is null));
`;

/** Where on the earth a request is about, and how many people it concerns. */
export class Migration0021WhereAndWhom extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
