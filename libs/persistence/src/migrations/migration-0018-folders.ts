import { Migration } from '@mikro-orm/migrations';

const TABLES = `
-- 专报夹: a weekly one and an urgent one; what was issued before went at once.
alter table special_report add folder text check (folder in ('urgent', 'weekly')), add deliver_at timestamptz(3),
  add delivered_at timestamptz(3), add read_at timestamptz(3), add followed_at timestamptz(3);
update special_report set folder = 'urgent', delivered_at = issued_at where issued_at is not null;
update special_report r set followed_at = (select max(at) from event e where e.stream = r.id and e.type = 'FollowUpRecorded');
update stream set state = state || jsonb_build_object('deliveredAt', state->'issuedAt')
  where kind = 'report' and state->'issuedAt' is not null;
update stream s set state = s.state || jsonb_build_object('followedAt', e.payload_at)
  from (select stream, to_char(max(at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as payload_at
    from event where type = 'FollowUpRecorded' group by stream) e
  where s.id = e.stream and s.kind = 'report';
create index special_report_weekly on special_report (deputy_mayor_id, deliver_at) where folder = 'weekly' and delivered_at is null;

-- 批示分工: what an instruction asks of each unit, for the units' own lists.
create table instruction_part (
  report_id text not null references special_report (id), part_id text not null, unit_id text not null references unit (id),
  due_at timestamptz(3) not null, status text not null check (status in ('open', 'reported', 'done', 'over')),
  reported_at timestamptz(3), done_at timestamptz(3), primary key (report_id, part_id));
create index instruction_part_unit on instruction_part (unit_id, report_id desc, part_id);
insert into instruction_part (report_id, part_id, unit_id, due_at, status, done_at)
  select s.id, part.value->>'id', part.value->>'unitId', (part.value->>'dueAt')::timestamptz,
    case when part.value->>'doneAt' is not null then 'done' when s.state->>'status' = 'ended' then 'over' else 'open' end,
    (part.value->>'doneAt')::timestamptz
  from stream s, jsonb_each(s.state->'parts') part where s.kind = 'report';
`;

/** Special reports lie in folders: a weekly one and an urgent one; units have their parts of instructions. */
export class Migration0018Folders extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
