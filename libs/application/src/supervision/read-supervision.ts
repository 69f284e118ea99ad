import { TRAINING_SERIES, type EffectCode, type Instant, type TaskKind, type UrgingResult } from '@hotline/domain';
import { TASK_NAMES } from '@hotline/notifications';
import { arrayOf } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { rungInWords } from './rung-words.ts';

/** An open task of the supervision room. */
export interface SupervisionTask {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly stream: string;
  readonly subject: string;
  /** The rung that gave it out, in words; what it is where a person did. */
  readonly why: string;
  readonly createdAt: Instant;
  readonly dueAt?: Instant;
  readonly assigneeId?: string;
}

/** A task with what it is about. */
export interface OpenTask {
  readonly task: SupervisionTask;
  readonly caseNumber: string;
  readonly title: string;
  readonly unit?: { readonly id: string; readonly name: string; readonly phone?: string };
}

/** A call that was made about a duty. */
export interface Call {
  readonly assignmentId: string;
  readonly at: Instant;
  readonly result?: UrgingResult;
  readonly promisedBy?: Instant;
}

/** So many are looked through; beyond it the least pressing kinds are left for later. */
const AT_MOST = 2_000;

interface Row {
  id: string;
  kind: TaskKind;
  stream: string;
  subject: string;
  created_at: Date;
  due_at: Date | null;
  assignee_id: string | null;
  case_number: string;
  title: string;
  unit_id: string | null;
  unit_name: string | null;
  unit_phone: string | null;
  rung: string | null;
  effects: { code: EffectCode }[] | null;
}

/** The open tasks of the supervision room, with what they are about and the event that gave them out. */
export async function openTasksOf(em: SqlEntityManager, unitId?: string): Promise<OpenTask[]> {
  const rows = await em.execute<Row[]>(
    `select t.id, t.kind, t.stream, t.subject, t.created_at, t.due_at, t.assignee_id, c.case_number, c.title,
       u.id as unit_id, u.name as unit_name, u.phone as unit_phone,
       e.canonical::jsonb->'payload'->>'rung' as rung, e.canonical::jsonb->'payload'->'effects' as effects
     from task t join case_file c on c.case_number = split_part(t.stream, '-', 1)
     left join unit u on u.id = t.unit_id
     left join event e on e.stream = t.stream
       and e.number = case when split_part(t.key, ':', 2) ~ '^[0-9]{1,9}$' then split_part(t.key, ':', 2)::int end
     where t.queue = 'supervision' and t.status in ('open', 'taken') and t.stream not like ? ${unitId ? 'and t.unit_id = ?' : ''}
     order by c.urgency = 'emergency' desc, t.kind = 'leader-question' desc, c.urgency = 'urgent' desc, t.created_at limit ?`,
    [`${TRAINING_SERIES}%`, ...(unitId ? [unitId] : []), AT_MOST],
  );
  return rows.map((row) => ({
    task: {
      taskId: row.id,
      kind: row.kind,
      stream: row.stream,
      subject: row.subject,
      why: row.rung ? rungInWords((row.effects ?? []).map(({ code }) => code)) : TASK_NAMES[row.kind].zh,
      createdAt: new Date(row.created_at).toISOString(),
      ...(row.due_at ? { dueAt: new Date(row.due_at).toISOString() } : {}),
      ...(row.assignee_id ? { assigneeId: row.assignee_id } : {}),
    },
    caseNumber: row.case_number,
    title: row.title,
    ...(row.unit_id && row.unit_name
      ? { unit: { id: row.unit_id, name: row.unit_name, ...(row.unit_phone ? { phone: row.unit_phone } : {}) } }
      : {}),
  }));
}

/** The urging calls of some cases, in the order they were made. */
export async function callsOf(em: SqlEntityManager, caseNumbers: readonly string[]): Promise<Map<string, Call[]>> {
  if (caseNumbers.length === 0) return new Map();
  const rows = await em.execute<{ stream: string; at: Date; payload: Omit<Call, 'at'> }[]>(
    `select stream, at, canonical::jsonb->'payload' as payload from event
     where stream = any(?::text[]) and type = 'UrgingCallRecorded' order by stream, number`,
    [arrayOf(caseNumbers)],
  );
  const calls = rows.map(({ stream, at, payload: { assignmentId, result, promisedBy } }) => ({
    stream,
    call: {
      assignmentId,
      at: new Date(at).toISOString(),
      ...(result ? { result } : {}),
      ...(promisedBy ? { promisedBy } : {}),
    },
  }));
  return new Map(
    [...Map.groupBy(calls, ({ stream }) => stream)].map(([stream, own]) => [stream, own.map(({ call }) => call)]),
  );
}
