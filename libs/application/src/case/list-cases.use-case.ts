import type { Instant, Outcome, RequestKind, Stage, Urgency } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { seesAllCases } from './case-sight.ts';

export const CASE_SORTS = ['newest', 'oldest', 'due'] as const;

export interface ListCasesInput {
  readonly stage?: Stage;
  readonly unitId?: string;
  readonly urgency?: Urgency;
  readonly kind?: RequestKind;
  readonly categoryId?: string;
  /** Found in number, title, words or place. */
  readonly q?: string;
  readonly overdue?: boolean;
  /** Only cases whose earliest running due lies before this instant. */
  readonly dueBefore?: Instant;
  readonly sort?: (typeof CASE_SORTS)[number];
  /** The cursor of the page before. */
  readonly after?: string;
  /** 1 to 100. */
  readonly limit: number;
}

/** A case as a line of a list. */
export interface CaseRow {
  readonly caseNumber: string;
  readonly title: string;
  readonly stage: Stage;
  readonly kind: RequestKind;
  readonly urgency: Urgency;
  readonly categoryId: string;
  readonly channel: string;
  readonly place?: string;
  readonly registeredAt: Instant;
  readonly dueAt?: Instant;
  readonly overdue: boolean;
  readonly outcome?: Outcome;
  readonly units: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly role: 'lead' | 'co';
    readonly status: string;
  }[];
}

interface Row {
  case_number: string;
  title: string;
  stage: Stage;
  kind: RequestKind;
  urgency: Urgency;
  category_id: string;
  channel: string;
  place: string | null;
  registered_at: Date;
  due_at: Date | null;
  overdue: boolean;
  outcome: Outcome | null;
  units: CaseRow['units'] | null;
}

/** A page of cases, by keyset: the next page begins after the last line of this one, whatever came in between. */
export async function listCases(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: ListCasesInput,
): Promise<{ readonly items: readonly CaseRow[]; readonly next?: string }> {
  const { actor } = context;
  const where: string[] = [];
  const values: unknown[] = [];
  const only = (sql: string, ...bound: unknown[]): void => {
    where.push(sql);
    values.push(...bound);
  };
  if (input.stage) only('c.stage = ?', input.stage);
  if (input.urgency) only('c.urgency = ?', input.urgency);
  if (input.kind) only('c.kind = ?', input.kind);
  if (input.categoryId) only('c.category_id = ?', input.categoryId);
  if (input.q) only(`c.search ilike ?`, `%${input.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  if (input.overdue !== undefined) only(`coalesce(c.due_at < clock_timestamp(), false) = ?`, input.overdue);
  if (input.dueBefore) only('c.due_at < ?', new Date(input.dueBefore));
  const dutyOf = (unitId: string): void =>
    only(
      `exists (select 1 from assignment a where a.case_number = c.case_number and a.unit_id = ? and a.status <> 'withdrawn')`,
      unitId,
    );
  if (input.unitId) dutyOf(input.unitId);
  if (!seesAllCases(actor)) {
    if (actor.unitId) dutyOf(actor.unitId);
    else
      only(
        `exists (select 1 from assignment a join unit u on u.id = a.unit_id
           where a.case_number = c.case_number and u.deputy_mayor_id = ? and a.status <> 'withdrawn')`,
        actor.userId,
      );
  }
  const sort = input.sort ?? 'newest';
  if (input.after) afterCursor(sort, input.after, only);
  const order = {
    newest: 'c.case_number desc',
    oldest: 'c.case_number',
    due: `coalesce(c.due_at, 'infinity'), c.case_number`,
  }[sort];
  const rows = await context.orm.em.fork().execute<Row[]>(
    `select c.case_number, c.title, c.stage, c.kind, c.urgency, c.category_id, c.channel, c.place, c.registered_at, c.due_at, c.outcome,
       coalesce(c.due_at < clock_timestamp(), false) as overdue,
       (select jsonb_agg(jsonb_build_object('unitId', a.unit_id, 'unitName', u.name, 'role', a.role, 'status', a.status) order by a.id)
          from assignment a join unit u on u.id = a.unit_id
          where a.case_number = c.case_number ${actor.unitId ? 'and a.unit_id = ?' : ''}) as units
     from case_file c ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by ${order} limit ?`,
    [...(actor.unitId ? [actor.unitId] : []), ...values, input.limit + 1],
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return { items: page.map(toLine), ...(rows.length > input.limit && last ? { next: cursorOf(sort, last) } : {}) };
}

function cursorOf(sort: string, row: Row): string {
  const due = row.due_at ? new Date(row.due_at).toISOString() : 'infinity';
  return Buffer.from(JSON.stringify([sort, row.case_number, due])).toString('base64url');
}

function afterCursor(sort: string, cursor: string, only: (sql: string, ...bound: unknown[]) => void): void {
  const [of, caseNumber, due] = readCursor(cursor);
  if (of !== sort) throw new AppError('list.bad-cursor');
  if (sort === 'newest') only('c.case_number < ?', caseNumber);
  else if (sort === 'oldest') only('c.case_number > ?', caseNumber);
  else only(`(coalesce(c.due_at, 'infinity'), c.case_number) > (?::timestamptz, ?)`, due, caseNumber);
}

function readCursor(cursor: string): [string, string, string] {
  try {
    const [sort, caseNumber, due] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const isDue = typeof due === 'string' && (due === 'infinity' || !Number.isNaN(Date.parse(due)));
    if (typeof sort === 'string' && typeof caseNumber === 'string' && /^\d+$/.test(caseNumber) && isDue)
      return [sort, caseNumber, due];
  } catch (cause) {
    throw new AppError('list.bad-cursor', {}, cause);
  }
  throw new AppError('list.bad-cursor');
}

function toLine(row: Row): CaseRow {
  return {
    caseNumber: row.case_number,
    title: row.title,
    stage: row.stage,
    kind: row.kind,
    urgency: row.urgency,
    categoryId: row.category_id,
    channel: row.channel,
    ...(row.place ? { place: row.place } : {}),
    registeredAt: new Date(row.registered_at).toISOString(),
    ...(row.due_at ? { dueAt: new Date(row.due_at).toISOString() } : {}),
    overdue: row.overdue,
    ...(row.outcome ? { outcome: row.outcome } : {}),
    units: row.units ?? [],
  };
}
