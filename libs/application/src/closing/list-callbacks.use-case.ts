import { TRAINING_SERIES, type Instant, type Outcome } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { maskPhone } from '../case/mask-phone.ts';
import { viewCallers, type CallerView } from '../intake/view-intake.ts';
import { queuesOf } from '../task/queues.ts';
import { isOwnInstant, pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** A case that its citizen is to be called back about now. */
export interface CaseToCallBack {
  readonly caseNumber: string;
  readonly title: string;
  readonly outcome?: Outcome;
  readonly taskId: string;
  readonly assigneeId?: string;
  readonly dueAt?: Instant;
  /** How often since its completion nobody was reached. */
  readonly tries: number;
  /** All who are called, where there are several. */
  readonly callers?: readonly CallerView[];
}

/** One citizen, by his number, with every case he is to be called back about. */
export interface CallbackCall {
  readonly callerName?: string;
  /** Masked. */
  readonly callerPhone?: string;
  readonly dueAt?: Instant;
  readonly cases: readonly CaseToCallBack[];
}

interface Row {
  readonly first: string;
  readonly due: Date | null;
  readonly caller_name: string | null;
  readonly caller_phone: string | null;
  readonly cases: readonly Omit<CaseToCallBack, 'callers'>[];
}

/** A citizen without a number has a line for each case. */
const CALLS = `
  with waiting as (
    select t.id, t.stream, t.due_at, t.assignee_id, f.title, f.outcome, f.caller_name, f.caller_phone,
      coalesce(r.phone_key, t.stream) as citizen, coalesce((s.state->>'callbackTries')::int, 0) as tries
    from task t join case_file f on f.case_number = t.stream join stream s on s.id = t.stream
      left join request_trait r on r.case_number = t.stream
    where t.kind = 'callback' and t.status in ('open', 'taken') and t.stream not like ?)
  select min(stream) as first, min(due_at) as due,
    (array_agg(caller_name order by stream desc))[1] as caller_name, (array_agg(caller_phone order by stream desc))[1] as caller_phone,
    jsonb_agg(jsonb_strip_nulls(jsonb_build_object('caseNumber', stream, 'title', title, 'outcome', outcome, 'taskId', id,
      'assigneeId', assignee_id, 'dueAt', due_at, 'tries', tries)) order by due_at, stream) as cases
  from waiting group by citizen`;

/**
 * 待回访: whom to call now, the earliest due first; a citizen with several cases is one call. Errors: access.denied for
 * who calls nobody back.
 */
export async function listCallbacks(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { after, limit }: PageInput,
): Promise<Page<CallbackCall>> {
  if (!queuesOf(actor).includes('callback')) throw new AppError('access.denied', { action: 'list-callbacks' });
  const em = orm.em.fork();
  const onwards = after ? ` having (coalesce(min(due_at), 'infinity'), min(stream)) > (?::timestamptz, ?)` : '';
  const rows = await em.execute<Row[]>(
    `${CALLS}${onwards} order by coalesce(min(due_at), 'infinity'), min(stream) limit ?`,
    [`${TRAINING_SERIES}%`, ...(after ? readCursor(after) : []), limit + 1],
  );
  const page = pageOf(rows, limit, ({ due, first }) => `${due ? new Date(due).toISOString() : 'infinity'}_${first}`);
  const callers = await viewCallers(
    em,
    page.items.flatMap(({ cases }) => cases.map(({ caseNumber }) => caseNumber)),
  );
  return { ...page, items: page.items.map((row) => callOf(row, callers)) };
}

function callOf(row: Row, callers: ReadonlyMap<string, readonly CallerView[]>): CallbackCall {
  return {
    ...(row.caller_name ? { callerName: row.caller_name } : {}),
    ...(row.caller_phone ? { callerPhone: maskPhone(row.caller_phone) } : {}),
    ...(row.due ? { dueAt: new Date(row.due).toISOString() } : {}),
    cases: row.cases.map(({ dueAt, ...of }) => {
      const all = callers.get(of.caseNumber) ?? [];
      return {
        ...of,
        ...(dueAt ? { dueAt: new Date(dueAt).toISOString() } : {}),
        ...(all.length > 1 ? { callers: all } : {}),
      };
    }),
  };
}

function readCursor(cursor: string): [string, string] {
  const [due, first] = cursor.split('_');
  const isDue = due === 'infinity' || isOwnInstant(due);
  if (!isDue || !first || !/^\d{1,20}$/.test(first)) throw new AppError('list.bad-cursor');
  return [due, first];
}
