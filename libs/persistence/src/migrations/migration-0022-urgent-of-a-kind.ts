import { Migration } from '@mikro-orm/migrations';

/** Only cases that are urgent stand in it: registering the others costs nothing more. */
const INDEX = `create index case_file_urgent_kind on case_file (urgency, kind, case_number) where urgency <> 'ordinary'`;

/** Urgent cases of one kind, first of all when there are none: otherwise every urgent case is looked through. */
export class Migration0022UrgentOfAKind extends Migration {
  override up(): void {
    this.addSql(INDEX);
  }
}
