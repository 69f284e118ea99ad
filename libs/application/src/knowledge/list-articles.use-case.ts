import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Actor, ArticleStatus, Instant } from '@hotline/domain';
import { pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { ArticleQuery, REACHES, reachesOf, type ArticleFilter, type ArticleSort, type Reach } from './article-query.ts';
import { excerpt, mark, type Marked } from './highlight.ts';
import { searchQuery, type SearchQuery } from './search-terms.ts';

export interface ListArticlesInput extends ArticleFilter, PageInput {
  /** A word, two characters are enough; or a question as the caller asks it. */
  readonly q?: string;
  /** By relevance where something is searched for, else the newest first. */
  readonly sort?: ArticleSort;
}

/** An article as a line of a list. */
export interface ArticleRow {
  readonly articleId: string;
  readonly version: number;
  readonly status: ArticleStatus;
  readonly title: readonly Marked[];
  readonly excerpt: readonly Marked[];
  readonly categoryId: string;
  readonly ownerUnitId?: string;
  readonly validUntil?: string;
  readonly updatedAt: Instant;
  readonly draftVersion?: number;
  readonly inReview: boolean;
  readonly doubts: number;
  readonly used: number;
  readonly lastUsedAt?: Instant;
}

interface Row {
  id: string;
  key: string;
  version: number;
  status: ArticleStatus;
  title: string;
  question: string;
  answer: string;
  category_id: string;
  owner_unit_id: string | null;
  valid_until: string | null;
  updated_at: Date;
  draft_version: number | null;
  draft_submitted: boolean;
  doubts: number;
  used: number;
  last_used_at: Date | null;
}

const COLUMNS = `a.id, a.version, a.status, a.title, a.question, a.answer, a.category_id, a.owner_unit_id, a.valid_until,
  a.updated_at, a.draft_version, a.draft_submitted, a.doubts, a.used, a.last_used_at`;

/**
 * A page of the articles that the actor may see. Found are those with every word of what is searched for; where there is
 * none, those with it as a part of a word, else those with any word (`reach`).
 */
export async function listArticles(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: ListArticlesInput,
): Promise<Page<ArticleRow> & { readonly reach: Reach }> {
  const search = input.q?.trim() ? searchQuery(input.q) : undefined;
  const began = REACHES.find((reach) => input.after?.split('_')[1] === reach);
  const reaches = began ? [began] : reachesOf(search);
  return orm.em.fork().transactional(
    async (em) => {
      // An index beats reading every row whatever share of them is found: their terms lie outside of the table.
      await em.execute('set local enable_seqscan = off');
      for (const reach of reaches) {
        const page = await pageWithin(em, actor, { ...input, search, reach });
        if (page.items.length > 0) return page;
      }
      return { items: [], reach: 'every' as const };
    },
    { readOnly: true },
  );
}

async function pageWithin(
  em: SqlEntityManager,
  actor: Actor,
  { search, reach, ...input }: ListArticlesInput & { readonly search: SearchQuery | undefined; readonly reach: Reach },
): Promise<Page<ArticleRow> & { readonly reach: Reach }> {
  const query = new ArticleQuery(actor, input.sort ?? (search ? 'relevance' : 'newest'), search, reach);
  query.narrow(input);
  if (input.after) query.begin(input.after);
  const rows = await em.execute<Row[]>(query.sql(COLUMNS), query.values(input.limit + 1));
  const page = pageOf(rows, input.limit, (row) => query.cursorOf(row));
  return { ...page, reach, items: page.items.map((row) => toLine(row, search)) };
}

function toLine(row: Row, search: SearchQuery | undefined): ArticleRow {
  const { owner_unit_id: ownerUnitId, valid_until: validUntil, draft_version: draftVersion } = row;
  return {
    articleId: row.id,
    version: row.version,
    status: row.status,
    title: mark(row.title, search),
    excerpt: excerpt(row.answer, search),
    categoryId: row.category_id,
    ...(ownerUnitId ? { ownerUnitId } : {}),
    ...(validUntil ? { validUntil } : {}),
    updatedAt: new Date(row.updated_at).toISOString(),
    ...(draftVersion ? { draftVersion } : {}),
    inReview: row.draft_submitted,
    doubts: row.doubts,
    used: row.used,
    ...(row.last_used_at ? { lastUsedAt: new Date(row.last_used_at).toISOString() } : {}),
  };
}
