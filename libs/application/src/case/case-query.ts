import type { Actor } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { CASES_OF_DEPUTY_MAYOR, seesAllCases } from './case-sight.ts';
import type { ListCasesInput } from './list-cases.use-case.ts';

export const CASE_SORTS = ['newest', 'oldest', 'due'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

const DUTY = `c.case_number in (select a.case_number from assignment a where a.unit_id = ? and a.status <> 'withdrawn')`;

/** A unit's cases, each with the due of its own duty there. */
const OF_UNIT = `
  (select a.case_number,
     min(a.due_at) filter (where a.status in ('waiting', 'working', 'suspended', 'return-pending')) as due_at
   from assignment a where a.unit_id = ? and a.status <> 'withdrawn' group by a.case_number) d
  join case_file c on c.case_number = d.case_number`;

/** The SQL of a list of cases, as far as an actor may see them. */
export class CaseQuery {
  readonly #unitId: string | undefined;
  readonly #where: string[] = [];
  readonly #values: unknown[] = [];
  /** When the case is due for this actor; never comes last. */
  readonly #due: string;

  constructor(actor: Actor) {
    this.#unitId = actor.unitId;
    this.#due = `coalesce(${actor.unitId ? 'd' : 'c'}.due_at, 'infinity')`;
    if (actor.unitId || seesAllCases(actor)) return;
    if (actor.role === 'deputy-mayor')
      this.#only(`c.case_number in (${CASES_OF_DEPUTY_MAYOR})`, actor.userId, actor.userId);
    else this.#only('false');
  }

  narrow(input: ListCasesInput): void {
    if (input.stage) this.#only('c.stage = ?', input.stage);
    if (input.urgency) this.#only('c.urgency = ?', input.urgency);
    if (input.kind) this.#only('c.kind = ?', input.kind);
    if (input.categoryId) this.#only('c.category_id = ?', input.categoryId);
    // The search text is in lower case: `like` is many times faster than `ilike` for words too short for the index.
    if (input.q) this.#only('c.search like ?', `%${input.q.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
    if (input.overdue === true) this.#only(`${this.#due} < clock_timestamp()`);
    if (input.overdue === false) this.#only(`${this.#due} >= clock_timestamp()`);
    if (input.dueBefore) this.#only(`${this.#due} < ?`, new Date(input.dueBefore));
    if (input.unitId && !this.#unitId) this.#only(DUTY, input.unitId);
  }

  /** Begins after a cursor. Errors: list.bad-cursor, also for one of another order. */
  begin(sort: CaseSort, cursor: string): void {
    const [of, caseNumber, due] = readCursor(cursor);
    if (of !== sort) throw new AppError('list.bad-cursor');
    if (sort === 'newest') this.#only('c.case_number < ?', caseNumber);
    else if (sort === 'oldest') this.#only('c.case_number > ?', caseNumber);
    else this.#only(`(${this.#due}, c.case_number) > (?::timestamptz, ?)`, due, caseNumber);
  }

  sql(sort: CaseSort): string {
    const order = { newest: 'c.case_number desc', oldest: 'c.case_number', due: `${this.#due}, c.case_number` }[sort];
    return `
      select c.case_number, c.title, c.stage, c.kind, c.urgency, c.category_id, c.channel, c.place, c.registered_at,
        nullif(${this.#due}, 'infinity') as due_at, c.outcome, ${this.#due} < clock_timestamp() as overdue,
        (select jsonb_agg(jsonb_build_object('unitId', a.unit_id, 'unitName', u.name, 'role', a.role, 'status', a.status)
                          order by a.id)
           from assignment a join unit u on u.id = a.unit_id
           where a.case_number = c.case_number ${this.#unitId ? 'and a.unit_id = ?' : ''}) as units
      from ${this.#unitId ? OF_UNIT : 'case_file c'}
      ${this.#where.length > 0 ? `where ${this.#where.join(' and ')}` : ''} order by ${order} limit ?`;
  }

  values(limit: number): unknown[] {
    return [...(this.#unitId ? [this.#unitId, this.#unitId] : []), ...this.#values, limit];
  }

  #only(sql: string, ...bound: unknown[]): void {
    this.#where.push(sql);
    this.#values.push(...bound);
  }
}

/** Where a page ends: the next one begins after it. */
export function cursorOf(sort: CaseSort, row: { readonly case_number: string; readonly due_at: Date | null }): string {
  const due = row.due_at ? new Date(row.due_at).toISOString() : 'infinity';
  return Buffer.from(JSON.stringify([sort, row.case_number, due])).toString('base64url');
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
