import { typesetHandbook, type HandbookArticle, type HandbookFacts, type HandbookSection } from '@hotline/documents';
import { dayIndexOf, localDayOf, millisecondsOf } from '@hotline/domain';
import { CategoryEntity, sha256, type Category } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** A document of ours, as a file. */
export interface DocumentFile {
  readonly name: string;
  readonly content: Uint8Array;
}

interface Row {
  id: string;
  version: number;
  title: string;
  question: string;
  answer: string;
  sources: readonly string[];
  category_id: string;
  owner_name: string | null;
  published_at: Date;
  valid_until: string | null;
}

/** What is offered at an instant, with the sources of the version that is. */
const OFFERED = `
  select a.id, a.version, v.title, v.question, v.answer, v.sources, v.category_id, u.name as owner_name, v.published_at, a.valid_until
  from article a join article_version v on v.article_id = a.id and v.version = a.version left join unit u on u.id = v.owner_unit_id
  where a.status = 'published' and (a.expires_at is null or a.expires_at > ?) order by length(a.id), a.id`;

/** 受理办理工作手册: everything the knowledge base offers now, by category, as a PDF. */
export async function exportHandbook({
  orm,
  clock,
}: Pick<UseCaseContext, 'orm' | 'clock'>): Promise<DocumentFile & Pick<HandbookFacts, 'edition'>> {
  const em = orm.em.fork();
  const now = await clock.now(em);
  const day = dayOf(new Date(now));
  const rows = await em.execute<Row[]>(OFFERED, [now]);
  const edition = sha256(JSON.stringify(rows.map(({ id, version, valid_until }) => [id, version, valid_until]))).slice(
    0,
    8,
  );
  const content = await typesetHandbook({ day, edition, sections: await sectionsOf(em, rows) });
  return { name: `受理办理工作手册-${day}-${edition}.pdf`, content, edition };
}

/** A section for each category of the first level, in the order of the tree; within, by the categories below. */
async function sectionsOf(em: SqlEntityManager, rows: readonly Row[]): Promise<HandbookSection[]> {
  const categories = await em.find(CategoryEntity, {}, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  const byId = new Map(categories.map((category) => [category.id, category]));
  const top = (id: string): Category | undefined => {
    const category = byId.get(id);
    return category?.parentId ? top(category.parentId) : category;
  };
  const order = new Map(categories.map(({ id }, index) => [id, index]));
  const placeOf = ({ category_id: id }: Row): number => order.get(id) ?? 0;
  const sorted = rows.toSorted((left, right) => placeOf(left) - placeOf(right));
  const sections = Map.groupBy(sorted, ({ category_id: id }) => top(id)?.id ?? id);
  return [...sections].map(([id, articles]) => ({ name: byId.get(id)?.name ?? id, articles: articles.map(articleOf) }));
}

function articleOf(row: Row): HandbookArticle {
  return {
    articleId: row.id,
    version: row.version,
    title: row.title,
    question: row.question,
    answer: row.answer,
    sources: row.sources,
    ...(row.owner_name ? { ownerName: row.owner_name } : {}),
    publishedOn: dayOf(new Date(row.published_at)),
    ...(row.valid_until ? { validUntil: row.valid_until } : {}),
  };
}

const dayOf = (at: Date): string => localDayOf(dayIndexOf(millisecondsOf(at.toISOString())));
