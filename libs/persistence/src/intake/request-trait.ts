import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Instant, Stage } from '@hotline/domain';
import { arrayOf } from '../ledger/ledger.ts';
import { tellingWords } from './telling-words.ts';

/** What a request is compared by with others. The words are cut by a dictionary, each once. */
export interface RequestTrait {
  readonly caseNumber: string;
  readonly open: boolean;
  readonly registeredAt: Instant;
  readonly categoryId: string;
  readonly phoneKey?: string | undefined;
  readonly title: string;
  readonly place?: string | undefined;
  readonly words: readonly string[];
}

/** A request that may be like another, with what it is compared by. */
export interface RequestCandidate {
  readonly caseNumber: string;
  readonly stage: Stage;
  readonly registeredAt: Date;
  readonly categoryId: string;
  readonly phoneKey: string | null;
  readonly title: string;
  readonly text: string;
  readonly place: string | null;
  readonly words: readonly string[];
}

export async function writeTrait(em: SqlEntityManager, trait: RequestTrait): Promise<void> {
  const { caseNumber, open, registeredAt, categoryId, phoneKey, title, place, words } = trait;
  await em.execute(
    `insert into request_trait (case_number, open, registered_at, category_id, phone_key, title, place, words)
     values (?, ?, ?, ?, ?, ?, ?, array_to_tsvector(?::text[]))`,
    [caseNumber, open, registeredAt, categoryId, phoneKey ?? null, title.toLowerCase(), place ?? null, arrayOf(words)],
  );
}

/** A case has ended, is open again, or was sorted anew; a training case has no trait and needs none. */
export async function changeTrait(
  em: SqlEntityManager,
  { caseNumber, open, categoryId }: Pick<RequestTrait, 'caseNumber' | 'open' | 'categoryId'>,
): Promise<void> {
  await em.execute('update request_trait set open = ?, category_id = ? where case_number = ?', [
    open,
    categoryId,
    caseNumber,
  ]);
}

/** What a request is looked for by; what is not known yet finds nothing. */
export interface Probe {
  readonly title: string;
  /** Its words; the rarer ones are looked for. */
  readonly words: readonly string[];
  readonly categoryId?: string | undefined;
  readonly phoneKey?: string | undefined;
  readonly since: Instant;
}

const FOUND = 'case_number from request_trait where open and registered_at >= ?';

/** Each way to a candidate has an index of open requests alone; so the search takes as long as there are open ones. */
const WAYS = {
  title: `select ${FOUND} and title % ? order by similarity(title, ?) desc, case_number desc limit 60`,
  rare: `select ${FOUND} and words @@ ?::tsquery order by ts_rank(words, ?::tsquery) desc, case_number desc limit 40`,
  words: `select ${FOUND} and words @@ ?::tsquery order by ts_rank(words, ?::tsquery) desc, case_number desc limit 60`,
  phone: `select ${FOUND} and phone_key = ? order by case_number desc limit 20`,
  category: `select ${FOUND} and category_id = ? order by registered_at desc limit 60`,
} as const;

/** Titles less alike than this are left to the words and the category: looking for them would read too much. */
const ALIKE_TITLES = 0.65;

/** Open requests since an instant that may be like the one looked for; which of them are, is for the caller to judge. */
export async function openCandidates(em: SqlEntityManager, probe: Probe): Promise<RequestCandidate[]> {
  const { since, categoryId, phoneKey } = probe;
  const title = probe.title.toLowerCase();
  const { rare, all } = await tellingWords(em, probe.words);
  const asked: [string, unknown[]][] = [
    ...(title ? [[WAYS.title, [since, title, title]] as [string, unknown[]]] : []),
    ...rare.map((word): [string, unknown[]] => [WAYS.rare, [since, word, all ?? word]]),
    ...(all ? [[WAYS.words, [since, all, all]] as [string, unknown[]]] : []),
    ...(phoneKey ? [[WAYS.phone, [since, phoneKey]] as [string, unknown[]]] : []),
    ...(categoryId ? [[WAYS.category, [since, categoryId]] as [string, unknown[]]] : []),
  ];
  if (asked.length === 0) return [];
  const found = asked.map(([sql]) => `(${sql})`).join(' union ');
  return em.transactional(async (own) => {
    await own.execute(`select set_config('pg_trgm.similarity_threshold', ?, true)`, [String(ALIKE_TITLES)]);
    return own.execute<RequestCandidate[]>(
      `${candidatesOf(`(${found})`)} where true`,
      asked.flatMap(([, values]) => values),
    );
  });
}

/** The latest requests since an instant, open or not, but for those that were declined: their numbers and categories. */
export async function latestSince(
  em: SqlEntityManager,
  since: Instant,
  atMost: number,
): Promise<Pick<RequestCandidate, 'caseNumber' | 'categoryId'>[]> {
  return em.execute(
    `select t.case_number as "caseNumber", t.category_id as "categoryId"
     from (select case_number, category_id from request_trait where registered_at >= ? order by registered_at desc limit ?) t
     join case_file f using (case_number) where f.stage <> 'declined'`,
    [since, atMost],
  );
}

/** Requests by their numbers, with what they are compared by. */
export async function candidatesNamed(
  em: SqlEntityManager,
  caseNumbers: readonly string[],
): Promise<RequestCandidate[]> {
  if (caseNumbers.length === 0) return [];
  return em.execute<RequestCandidate[]>(candidatesOf('(select unnest(?::text[]) as case_number)'), [
    arrayOf(caseNumbers),
  ]);
}

const candidatesOf = (found: string): string => `
  select t.case_number as "caseNumber", f.stage, t.registered_at as "registeredAt", t.category_id as "categoryId",
    t.phone_key as "phoneKey", t.title, left(f.text, 300) as text, t.place, tsvector_to_array(t.words) as words
  from ${found} found join request_trait t using (case_number) join case_file f using (case_number)`;
