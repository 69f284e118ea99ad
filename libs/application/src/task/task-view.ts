import type { Instant, Queue, TaskKind } from '@hotline/domain';
import type { Task } from '@hotline/persistence';
import type { CallerView } from '../intake/view-intake.ts';
import { placeOfStream, type PlaceOfStream } from '../ledger/place-of-stream.ts';

/** A task as people see it: of a case, with `caseTitle`, or of an article, with `articleTitle`. */
export interface TaskView extends PlaceOfStream {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly queue: Queue;
  readonly stream: string;
  readonly caseTitle?: string;
  readonly articleTitle?: string;
  readonly subject: string;
  readonly unitId?: string;
  readonly unitName?: string;
  readonly unitPhone?: string;
  /** Of a callback: all who are called, where there are several. */
  readonly callers?: readonly CallerView[];
  readonly detail?: Readonly<Record<string, string>>;
  readonly status: Task['status'];
  readonly createdAt: Instant;
  readonly dueAt?: Instant;
  readonly assigneeId?: string;
  readonly assigneeName?: string;
  readonly endedAt?: Instant;
  readonly outcome?: string;
}

/** A task's row with what it is about, as the list query reads it. */
export interface TaskRow {
  id: string;
  kind: TaskKind;
  queue: Queue;
  stream: string;
  subject: string;
  unit_id: string | null;
  detail: Record<string, string> | null;
  status: Task['status'];
  created_at: Date;
  due_at: Date | null;
  assignee_id: string | null;
  ended_at: Date | null;
  outcome: string | null;
  case_title: string | null;
  article_title: string | null;
  unit_name: string | null;
  unit_phone: string | null;
  assignee_name: string | null;
}

export const TASK_QUERY = `
  select t.*, c.title as case_title, k.title as article_title, u.name as unit_name, u.phone as unit_phone, p.name as assignee_name
  from task t left join case_file c on c.case_number = split_part(t.stream, '-', 1) left join article k on k.id = t.stream
  left join unit u on u.id = t.unit_id left join app_user p on p.id = t.assignee_id`;

export function taskView(row: TaskRow): TaskView {
  return {
    taskId: row.id,
    kind: row.kind,
    queue: row.queue,
    stream: row.stream,
    ...placeOfStream(row.stream),
    ...(row.case_title ? { caseTitle: row.case_title } : {}),
    ...(row.article_title ? { articleTitle: row.article_title } : {}),
    subject: row.subject,
    ...(row.unit_id ? { unitId: row.unit_id } : {}),
    ...(row.unit_name ? { unitName: row.unit_name } : {}),
    ...(row.unit_phone ? { unitPhone: row.unit_phone } : {}),
    ...(row.detail ? { detail: row.detail } : {}),
    status: row.status,
    createdAt: new Date(row.created_at).toISOString(),
    ...(row.due_at ? { dueAt: new Date(row.due_at).toISOString() } : {}),
    ...(row.assignee_id ? { assigneeId: row.assignee_id } : {}),
    ...(row.assignee_name ? { assigneeName: row.assignee_name } : {}),
    ...(row.ended_at ? { endedAt: new Date(row.ended_at).toISOString() } : {}),
    ...(row.outcome ? { outcome: row.outcome } : {}),
  };
}
