import { Migration } from '@mikro-orm/migrations';

const TABLES = `
alter table case_file add column help text check (help in ('dispute', 'water-and-power', 'lock', 'complaint', 'other'));
create table call (
  call_id text primary key, line text not null check (line in ('12345', '122')), rang_at timestamptz(3) not null, answered_at timestamptz(3),
  ended_at timestamptz(3) not null, caller_phone text, phone_key text, operator_id text references app_user (id), recording text,
  outcome text check (outcome in ('case', 'further-call', 'knowledge', 'nuisance', 'wrong-number', 'missed')), reason text,
  case_number text references case_file (case_number), task_id uuid references task (id), digest text not null,
  check (answered_at between rang_at and ended_at), check ((outcome = 'missed') = (answered_at is null) or outcome is null));
create index call_rang on call (rang_at);
create index call_case on call (case_number) where case_number is not null;
-- Also callers who were missed are told of, and they have no stream.
alter table notice drop constraint notice_stream_fkey;
`;

/** The 122 line and the calls. */
export class Migration0005Calls extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
