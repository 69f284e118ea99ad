import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Features } from '@hotline/domain';
import { featuresOf } from '@hotline/domain';
import { arrayOf } from '@hotline/persistence';
import { namesOfUnits } from '../organisation/names.ts';

/** A case that is over and was like this one: how it went. */
export interface SimilarClosedCase {
  readonly caseNumber: string;
  readonly title: string;
  readonly categoryId: string;
  readonly unitId?: string;
  readonly unitName?: string;
  readonly outcome?: string;
  /** 0 to 1, in hundredths: the share of what both say. */
  readonly score: number;
}

interface Row {
  case_number: string;
  title: string;
  text: string;
  category_id: string;
  outcome: string | null;
  unit_id: string | null;
}

/** So many of the rarest pairs are looked for, and so many cases compared. */
const LOOKED_FOR = 8;
const COMPARED = 300;
const SHOWN = 5;
const LEAST = 0.15;

/** The closed cases most like a request, by the pairs of characters that are rare in what was learned. */
export async function similarClosed(
  em: SqlEntityManager,
  features: Features,
  except?: string,
): Promise<SimilarClosedCase[]> {
  const rare = await em.execute<{ feature: string }[]>(
    `select feature from suggestion_count where kind = 'category' and feature = any(?::text[]) and length(feature) = 2
     group by feature having sum(weight) > 0 order by sum(weight), feature limit ?`,
    [arrayOf([...features.keys()]), LOOKED_FOR],
  );
  if (rare.length === 0) return [];
  const rows = await em.execute<Row[]>(
    `select c.case_number, c.title, c.text, c.category_id, c.outcome, l.unit_id
     from case_search s join suggestion_lesson l using (case_number) join case_file c using (case_number)
     where pairs_of(s.words) && ?::text[] and c.stage = 'closed' limit ?`,
    [arrayOf(rare.map(({ feature }) => feature)), COMPARED],
  );
  const scored = rows
    .filter(({ case_number }) => case_number !== except)
    .map((row) => ({ row, score: shareOf(features, featuresOf(row)) }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((left, right) => right.score - left.score || right.row.case_number.localeCompare(left.row.case_number))
    .slice(0, SHOWN);
  const nameOf = await namesOfUnits(
    em,
    scored.flatMap(({ row }) => row.unit_id ?? []),
  );
  return scored.map(({ row, score }) => ({
    caseNumber: row.case_number,
    title: row.title,
    categoryId: row.category_id,
    ...(row.unit_id ? { unitId: row.unit_id, unitName: nameOf(row.unit_id) ?? row.unit_id } : {}),
    ...(row.outcome ? { outcome: row.outcome } : {}),
    score: Math.round(score * 100) / 100,
  }));
}

/** The weight of what both say, of all that either says. */
function shareOf(left: Features, right: Features): number {
  let [both, either] = [0, 0];
  for (const feature of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(feature) ?? 0, right.get(feature) ?? 0];
    both += Math.min(one, other);
    either += Math.max(one, other);
  }
  return either === 0 ? 0 : both / either;
}
