import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What the planner's statistics say of the words of requests. */
interface WordStatistics {
  /** How many requests are open, about. */
  readonly open: number;
  /** The share of requests that have a frequent word; any other word is rarer than all of these. */
  readonly frequent: ReadonlyMap<string, number>;
}

const FRESH_MILLISECONDS = 300_000;
/** So many candidates the words may bring, about: each is read and ranked. */
const BUDGET = 2_500;
/** A pair costs no more than the rarer of its words, however often the two come together. */
const RARER_OF_PAIR = 4_000;

const known = new WeakMap<object, { readonly statistics: WordStatistics; readonly readAt: number }>();

/** By which words requests are looked for, as queries of PostgreSQL. */
export interface TellingWords {
  /** The rarest words: who has one of them in common is looked at before all others. */
  readonly rare: readonly string[];
  /** All that tell something; missing where none does. */
  readonly all?: string;
}

const RAREST = 4;
/** A word that brings more requests than this is not rare. */
const RARE = 400;

/**
 * What is looked for in requests that have telling words in common with one: rare words, each by itself, and pairs of
 * others as long as they bring few. So a search takes no longer for a text of frequent words.
 */
export async function tellingWords(em: SqlEntityManager, words: readonly string[]): Promise<TellingWords> {
  const statistics = await statisticsOf(em);
  const all = queryOf(words, statistics);
  return { rare: rareOf(words, statistics), ...(all ? { all } : {}) };
}

/** The rarest of some words, rarest first. */
export function rareOf(words: readonly string[], statistics: WordStatistics): string[] {
  const rows = rowsBy(statistics);
  return words
    .filter((word) => rows(word) <= RARE)
    .toSorted((left, right) => rows(left) - rows(right))
    .slice(0, RAREST)
    .map(lexeme);
}

/** How many open requests have a word, about. */
function rowsBy({ open, frequent }: WordStatistics): (word: string) => number {
  const rarest = Math.min(1, ...frequent.values()) / 2;
  return (word) => open * (frequent.get(word) ?? rarest);
}

/** The query for all telling words, from given statistics. */
export function queryOf(words: readonly string[], statistics: WordStatistics): string | undefined {
  const rows = rowsBy(statistics);
  const { open } = statistics;
  const inOrder = words.toSorted((left, right) => rows(left) - rows(right));
  const asked: string[] = [];
  let budget = BUDGET;
  const single = new Set<string>();
  for (const word of inOrder) {
    if (rows(word) > budget) break;
    budget -= rows(word);
    single.add(word);
    asked.push(lexeme(word));
  }
  for (const [index, left] of inOrder.entries())
    for (const right of inOrder.slice(index + 1)) {
      // A part of a word comes with the word always, and tells nothing more.
      if (single.has(left) || left.includes(right) || right.includes(left) || rows(left) > RARER_OF_PAIR) continue;
      const expected = (rows(left) * rows(right) * 4) / Math.max(1, open);
      if (expected > budget) continue;
      budget -= expected;
      asked.push(`(${lexeme(left)} & ${lexeme(right)})`);
    }
  return asked.length > 0 ? asked.join(' | ') : undefined;
}

const lexeme = (word: string): string => `'${word.replaceAll(/['\\]/g, String.raw`$&$&`)}'`;

async function statisticsOf(em: SqlEntityManager): Promise<WordStatistics> {
  const owner = em.config;
  const kept = known.get(owner);
  if (kept && performance.now() - kept.readAt < FRESH_MILLISECONDS) return kept.statistics;
  const [row] = await em.execute<{ open: number; words: string[] | null; shares: number[] | null }[]>(
    `select greatest(reltuples, 0)::float8 as open, s.most_common_elems::text::text[] as words,
       s.most_common_elem_freqs::float8[] as shares
     from pg_class c left join pg_stats s on s.tablename = 'request_trait' and s.attname = 'words'
     where c.oid = 'request_trait_category'::regclass`,
  );
  const { open = 0, words, shares } = row ?? {};
  const frequent = new Map((words ?? []).map((word, index) => [word, shares?.[index] ?? 0]));
  const statistics = { open, frequent };
  known.set(owner, { statistics, readAt: performance.now() });
  return statistics;
}
