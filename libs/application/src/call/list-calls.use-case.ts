import { isOfCenter, type CallLine, type CallOutcome, type Instant } from '@hotline/domain';
import type { Call, Task } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { isOwnInstant, pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { callView, type CallView } from './call-view.ts';

export interface ListCallsInput extends PageInput {
  readonly line?: CallLine;
  readonly outcome?: CallOutcome;
  /** Missed ones alone that nobody has called back yet. */
  readonly owed?: boolean;
}

/** A call in a list: who took it, or how it stands with calling back. */
export interface CallRowView extends CallView {
  readonly operatorName?: string;
  readonly returning?: {
    readonly status: Task['status'];
    readonly dueAt?: Instant;
    readonly assigneeId?: string;
    readonly assigneeName?: string;
  };
}

interface Row extends Call {
  readonly operatorName: string | null;
  readonly status: Task['status'] | null;
  readonly dueAt: Date | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
}

const QUERY = `
  select c.call_id as "callId", c.line, c.rang_at as "rangAt", c.answered_at as "answeredAt", c.ended_at as "endedAt",
    c.caller_phone as "callerPhone", c.operator_id as "operatorId", c.recording, c.outcome, c.reason,
    c.case_number as "caseNumber", c.task_id as "taskId", o.name as "operatorName",
    t.status, t.due_at as "dueAt", t.assignee_id as "assigneeId", a.name as "assigneeName"
  from call c left join app_user o on o.id = c.operator_id
    left join task t on t.id = c.task_id left join app_user a on a.id = t.assignee_id`;

/** Calls, the latest first, for the center. Errors: access.denied, list.bad-cursor. */
export async function listCalls(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { line, outcome, owed, after, limit }: ListCallsInput,
): Promise<Page<CallRowView>> {
  if (!isOfCenter(actor) && actor.role !== 'administrator')
    throw new AppError('access.denied', { action: 'list-calls' });
  const conditions = [
    ...(line ? [{ sql: 'c.line = ?', values: [line] }] : []),
    ...(outcome ? [{ sql: 'c.outcome = ?', values: [outcome] }] : []),
    ...(owed ? [{ sql: "t.kind = 'return-call' and t.status in ('open', 'taken')", values: [] }] : []),
    ...(after ? [{ sql: '(c.rang_at, c.call_id) < (?::timestamptz, ?)', values: readCursor(after) }] : []),
  ];
  const where = conditions.length > 0 ? `where ${conditions.map(({ sql }) => sql).join(' and ')}` : '';
  const rows = await orm.em
    .fork()
    .execute<Row[]>(`${QUERY} ${where} order by c.rang_at desc, c.call_id desc limit ?`, [
      ...conditions.flatMap(({ values }) => values),
      limit + 1,
    ]);
  const page = pageOf(rows, limit, ({ rangAt, callId }) => `${new Date(rangAt).toISOString()}_${callId}`);
  return { ...page, items: page.items.map(rowView) };
}

function rowView(row: Row): CallRowView {
  const { rangAt, answeredAt, endedAt, operatorName, status, dueAt, assigneeId, assigneeName } = row;
  const times = {
    rangAt: new Date(rangAt),
    answeredAt: answeredAt && new Date(answeredAt),
    endedAt: new Date(endedAt),
  };
  return {
    ...callView({ ...row, ...times }),
    ...(operatorName ? { operatorName } : {}),
    ...(status
      ? {
          returning: {
            status,
            ...(dueAt ? { dueAt: new Date(dueAt).toISOString() } : {}),
            ...(assigneeId ? { assigneeId } : {}),
            ...(assigneeName ? { assigneeName } : {}),
          },
        }
      : {}),
  };
}

function readCursor(cursor: string): [string, string] {
  const split = cursor.indexOf('_');
  const [at, callId] = [cursor.slice(0, split), cursor.slice(split + 1)];
  if (split < 0 || !isOwnInstant(at) || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(callId))
    throw new AppError('list.bad-cursor');
  return [at, callId];
}
