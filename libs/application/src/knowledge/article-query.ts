import { seesWholeBase, type Actor, type ArticleStatus } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import type { SearchQuery } from './search-terms.ts';

export const ARTICLE_SORTS = ['relevance', 'newest', 'most-used', 'least-used', 'last-used', 'expiring'] as const;
export type ArticleSort = (typeof ARTICLE_SORTS)[number];

export const REACHES = ['every', 'part', 'any'] as const;
/** How widely a search looks: for articles with every word, with a part of one as it was typed, or with any word. */
export type Reach = (typeof REACHES)[number];

interface Order {
  readonly key: string;
  readonly type: 'int' | 'timestamptz';
  readonly direction: 'asc' | 'desc';
}

/** From so many characters on the trigrams of a text find a part of it. */
const LONG = 3;

const ORDERS: Readonly<Record<Exclude<ArticleSort, 'relevance'>, Order>> = {
  newest: { key: 'a.updated_at', type: 'timestamptz', direction: 'desc' },
  'most-used': { key: 'a.used', type: 'int', direction: 'desc' },
  'least-used': { key: 'a.used', type: 'int', direction: 'asc' },
  'last-used': { key: `coalesce(a.last_used_at, '-infinity')`, type: 'timestamptz', direction: 'desc' },
  expiring: { key: `coalesce(a.expires_at, 'infinity')`, type: 'timestamptz', direction: 'asc' },
};

/** What is in the title and the question counts, most as it was typed; what answered many calls a little. */
const RELEVANCE = `(10000 * ts_rank('{0.1, 0.2, 0.4, 1.0}', a.head_terms, ?::tsquery))::int + least(a.used, 500)`;
const AS_TYPED = `case when a.title like ? then 20000 else 0 end`;

const BELOW_CATEGORY = `a.category_id in (
  with recursive below as (
    select id from category where id = ? union all select c.id from category c join below b on c.parent_id = b.id)
  select id from below)`;

const OFFERED = `a.status = 'published' and (a.expires_at is null or a.expires_at > now())`;

/** Which articles are asked for. */
export interface ArticleFilter {
  /** Only what may be read out to a caller now. */
  readonly offered?: boolean;
  readonly status?: ArticleStatus;
  /** With everything below it. */
  readonly categoryId?: string;
  readonly ownerUnitId?: string;
  /** Only what somebody doubts. */
  readonly doubted?: boolean;
}

/** The SQL of a list of articles, as far as an actor may see them. */
export class ArticleQuery {
  readonly #where: string[] = [];
  readonly #values: unknown[] = [];
  readonly #search: SearchQuery | undefined;
  readonly #sort: ArticleSort;
  readonly #reach: Reach;

  constructor(actor: Actor, sort: ArticleSort, search: SearchQuery | undefined, reach: Reach) {
    this.#sort = sort === 'relevance' && !search?.any ? 'newest' : sort;
    this.#search = search;
    this.#reach = reach;
    if (!seesWholeBase(actor)) this.#only(`(${OFFERED} or a.owner_unit_id = ?)`, actor.unitId ?? null);
    if (search) this.#find(search);
  }

  narrow({ offered, status, categoryId, ownerUnitId, doubted }: ArticleFilter): void {
    if (offered) this.#only(OFFERED);
    // A version that waits for its review is in review, also of an article that is offered as it was.
    if (status === 'in-review') this.#only('a.draft_submitted');
    else if (status) this.#only('a.status = ?', status);
    if (categoryId) this.#only(BELOW_CATEGORY, categoryId);
    if (ownerUnitId) this.#only('a.owner_unit_id = ?', ownerUnitId);
    if (doubted) this.#only('a.doubts > 0');
  }

  /** Begins after a cursor. Errors: list.bad-cursor, also for one of another order. */
  begin(cursor: string): void {
    const { key, values, type, direction } = this.#order();
    const [sort, reach, from, id] = cursor.split('_');
    const shape = type === 'timestamptz' ? /^(-?infinity|\d{4}-\d\d-\d\dT[\d:.+-]+)$/ : /^\d{1,9}$/;
    const fits = sort === this.#sort && reach === this.#reach && from && shape.test(from) && from.length <= 40;
    if (!fits || !id || !/^article-\d{1,18}$/.test(id)) throw new AppError('list.bad-cursor');
    const beyond = direction === 'desc' ? '<' : '>';
    this.#only(`(${key}, a.id) ${beyond} (?::${type}, ?)`, ...values, from, id);
  }

  sql(columns: string): string {
    const { key, direction } = this.#order();
    const where = this.#where.length > 0 ? `where ${this.#where.join(' and ')}` : '';
    return `select ${columns}, replace((${key})::text, ' ', 'T') as key from article a ${where}
      order by ${key} ${direction}, a.id ${direction} limit ?`;
  }

  values(limit: number): unknown[] {
    const { values } = this.#order();
    return [...values, ...this.#values, ...values, limit];
  }

  cursorOf({ key, id }: { readonly key: string; readonly id: string }): string {
    return [this.#sort, this.#reach, key, id].join('_');
  }

  #order(): Order & { readonly values: readonly unknown[] } {
    if (this.#sort !== 'relevance') return { ...ORDERS[this.#sort], values: [] };
    const { any, words = '' } = this.#search ?? {};
    const order = { type: 'int', direction: 'desc' } as const;
    if (Array.from(words).length < LONG) return { ...order, key: RELEVANCE, values: [any] };
    return { ...order, key: `${RELEVANCE} + ${AS_TYPED}`, values: [any, containing(words)] };
  }

  #find({ words, every, any }: SearchQuery): void {
    const terms = this.#reach === 'every' ? every : any;
    if (this.#reach === 'part' || !terms) this.#only('a.search like ?', containing(words));
    else this.#only('a.terms @@ ?::tsquery', terms);
  }

  #only(sql: string, ...values: readonly unknown[]): void {
    this.#where.push(sql);
    this.#values.push(...values);
  }
}

const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Where a search looks next when it has found nothing; what is no word (a number, half a name) is found as a part. */
export function reachesOf(search: SearchQuery | undefined): readonly Reach[] {
  if (!search?.every) return ['every'];
  const part = Array.from(search.words).length >= LONG ? (['part'] as const) : [];
  return ['every', ...part, ...(search.any === search.every ? [] : (['any'] as const))];
}
