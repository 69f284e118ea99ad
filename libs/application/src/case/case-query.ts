import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { TRAINING_SERIES, type Actor } from '@hotline/domain';
import { arrayOf } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { seesAllCases } from './case-sight.ts';
import { isOwnInstant } from '../use-case/page.ts';
import type { ListCasesInput } from './list-cases.use-case.ts';

export const CASE_SORTS = ['newest', 'oldest', 'due'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** By when a duty is due, as its index says it; never when nothing runs any more. */
const dueOf = (duty: string): string =>
  `case when ${duty}.status in ('waiting', 'working', 'suspended', 'return-pending') then ${duty}.due_at else 'infinity' end`;

/** A unit's cases by its duties there; of several duties in one case the one that is due first. */
const OF_UNIT = `d.unit_id = ? and d.status <> 'withdrawn' and not exists (
  select from assignment o where o.case_number = d.case_number and o.unit_id = d.unit_id and o.status <> 'withdrawn'
    and (${dueOf('o')}, o.id) < (${dueOf('d')}, d.id))`;

/** The same for the duties that a sub-desk of the unit has. */
const OF_SUB_DESK = `d.unit_id = ? and d.sub_desk_id = ? and d.status <> 'withdrawn' and not exists (
  select from assignment o where o.case_number = d.case_number and o.sub_desk_id = d.sub_desk_id and o.status <> 'withdrawn'
    and (${dueOf('o')}, o.id) < (${dueOf('d')}, d.id))`;

/**
 * The SQL of a list of cases, as far as an actor may see them. Each order, and each narrowing that may be rare, has an
 * index; a page is found by walking one, so that it takes as long in a ledger of a million cases as in a new one.
 */
export class CaseQuery {
  readonly #unitId: string | undefined;
  readonly #where: string[] = [];
  readonly #values: unknown[] = [];
  /** The column of the number that the list is walked by. */
  readonly #number: string;
  /** When the case is due for this actor; never comes last. */
  readonly #due: string;
  #order: string;
  /** What the page before says of the numbers of this one: `< '202601050042'`. */
  #numbers: readonly [sql: string, ...bound: string[]] = [''];

  private constructor(actor: Actor, sort: CaseSort) {
    this.#unitId = actor.unitId;
    this.#number = actor.unitId ? 'd.case_number' : 'c.case_number';
    this.#due = actor.unitId ? dueOf('d') : `coalesce(c.due_at, 'infinity')`;
    this.#order = {
      newest: `${this.#number} desc`,
      oldest: this.#number,
      due: `${this.#due}, ${this.#number}`,
    }[sort];
  }

  /** Errors: list.bad-cursor, also for a cursor of another order. */
  static async of(em: SqlEntityManager, actor: Actor, input: ListCasesInput): Promise<CaseQuery> {
    const sort = input.sort ?? 'newest';
    const query = new CaseQuery(actor, sort);
    if (input.after) query.#begin(sort, input.after);
    if (actor.unitId && input.subDeskId) query.#only(OF_SUB_DESK, actor.unitId, input.subDeskId);
    else if (actor.unitId) query.#only(OF_UNIT, actor.unitId);
    else if (actor.role === 'deputy-mayor') await query.#onlyOfDeputyMayor(em, actor.userId);
    else if (!seesAllCases(actor)) query.#only('false');
    query.#narrow(input);
    return query;
  }

  #narrow(input: ListCasesInput): void {
    this.#only(`${this.#number} ${input.training ? '>=' : '<'} ?`, TRAINING_SERIES);
    if (input.stage) this.#only('c.stage = ?', input.stage);
    if (input.urgency) this.#only('c.urgency = ?', input.urgency);
    if (input.channel) this.#only('c.channel = ?', input.channel);
    if (input.kind) this.#only('c.kind = ?', input.kind);
    if (input.categoryId) this.#only('c.category_id = ?', input.categoryId);
    if (input.q) this.#search(input.q.toLowerCase());
    if (input.overdue === true) this.#only(`${this.#due} < now()`);
    if (input.overdue === false) this.#only(`${this.#due} >= now()`);
    if (input.dueBefore) this.#only(`${this.#due} < ?`, new Date(input.dueBefore));
    if (input.subDeskId && !this.#unitId)
      this.#only(
        `c.case_number in (select a.case_number from assignment a where a.sub_desk_id = ? and a.status <> 'withdrawn')`,
        input.subDeskId,
      );
    if (input.unitId && !this.#unitId) this.#only(...this.#duties(arrayOf([input.unitId])));
  }

  #begin(sort: CaseSort, cursor: string): void {
    const [of, caseNumber, due] = readCursor(cursor);
    if (of !== sort) throw new AppError('list.bad-cursor');
    if (sort === 'due' && due !== 'infinity')
      return this.#only(`(${this.#due}, ${this.#number}) > (?::timestamptz, ?)`, due, caseNumber);
    this.#numbers = [sort === 'newest' ? '< ?' : '> ?', caseNumber];
    this.#only(...this.#among(this.#number));
    if (sort === 'due') {
      // What is never due comes by its number alone: said so, the planner knows how much there is of it.
      this.#only(`${this.#due} = 'infinity'`);
      this.#order = this.#number;
    }
    return undefined;
  }

  /** That a number is one of this page or of a later one: where other tables are walked, they begin there too. */
  #among(number: string): [sql: string, ...bound: string[]] {
    const [sql, ...bound] = this.#numbers;
    return [sql ? `${number} ${sql}` : 'true', ...bound];
  }

  /** Cases in which one of the units, an array literal, has a duty. */
  #duties(units: string): [sql: string, ...bound: string[]] {
    const [among, ...bound] = this.#among('a.case_number');
    const sql = `c.case_number in (select a.case_number from assignment a
      where a.unit_id = any(?::text[]) and a.status <> 'withdrawn' and ${among})`;
    return [sql, units, ...bound];
  }

  sql(): string {
    return `
      select c.case_number, c.title, c.stage, c.kind, c.urgency, c.category_id, c.channel, c.place, c.registered_at,
        nullif(${this.#due}, 'infinity') as due_at, c.outcome, ${this.#due} < now() as overdue,
        (select jsonb_agg(jsonb_build_object('unitId', a.unit_id, 'unitName', u.name, 'role', a.role, 'status', a.status)
                          order by a.id)
           from assignment a join unit u on u.id = a.unit_id
           where a.case_number = c.case_number ${this.#unitId ? 'and a.unit_id = d.unit_id' : ''}) as units
      from ${this.#unitId ? 'assignment d join case_file c on c.case_number = d.case_number' : 'case_file c'}
      ${this.#where.length > 0 ? `where ${this.#where.join(' and ')}` : ''} order by ${this.#order} limit ?`;
  }

  values(limit: number): unknown[] {
    return [...this.#values, limit];
  }

  /**
   * The cases of the units in his charge, and of the reports in his folder. The units are asked for first: knowing them,
   * the planner knows whether they have many cases.
   */
  async #onlyOfDeputyMayor(em: SqlEntityManager, userId: string): Promise<void> {
    const [his] = await em.execute<{ units: string; reported: string | null }[]>(DEPUTY_MAYORS, [userId, userId]);
    const { units = '{}', reported } = his ?? {};
    const [duties, ...bound] = this.#duties(units);
    if (reported) this.#only(`(${duties} or c.case_number = any(?::text[]))`, ...bound, reported);
    else this.#only(duties, ...bound);
  }

  /** What is looked for, in lower case as the words are kept. Two characters are looked up as a pair: no trigram has them. */
  #search(q: string): void {
    const [among, ...bound] = this.#among('s.case_number');
    const found = (sql: string): string =>
      `c.case_number in (select s.case_number from case_search s where ${sql} and ${among})`;
    // `strpos` says the same once more: where the planner walks all cases it costs a tenth of taking the words to pairs.
    if (Array.from(q).length === 2)
      this.#only(found('pairs_of(s.words) @> array[?] and strpos(s.words, ?) > 0'), q, q, ...bound);
    else this.#only(found('s.words like ?'), `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`, ...bound);
  }

  #only(sql: string, ...bound: unknown[]): void {
    this.#where.push(sql);
    this.#values.push(...bound);
  }
}

/** As array literals: the units of a deputy mayor, and the cases he sees by their reports alone, which are few. Binds his id twice. */
const DEPUTY_MAYORS = `
  with his as (select id from unit where deputy_mayor_id = ?)
  select (select coalesce(array_agg(id), '{}')::text from his) as units,
    (select array_agg(distinct r.case_number)::text from special_report r where r.deputy_mayor_id = ? and r.status <> 'draft'
       and not exists (select from assignment a where a.case_number = r.case_number and a.status <> 'withdrawn'
                         and a.unit_id in (select id from his))) as reported`;

/** Where a page ends: the next one begins after it. */
export function cursorOf(sort: CaseSort, row: { readonly case_number: string; readonly due_at: Date | null }): string {
  const due = row.due_at ? new Date(row.due_at).toISOString() : 'infinity';
  return Buffer.from(JSON.stringify([sort, row.case_number, due])).toString('base64url');
}

function readCursor(cursor: string): [string, string, string] {
  try {
    const [sort, caseNumber, due] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const isDue = due === 'infinity' || isOwnInstant(due);
    if (typeof sort === 'string' && typeof caseNumber === 'string' && /^\d{1,20}$/.test(caseNumber) && isDue)
      return [sort, caseNumber, due];
  } catch (cause) {
    throw new AppError('list.bad-cursor', {}, cause);
  }
  throw new AppError('list.bad-cursor');
}
