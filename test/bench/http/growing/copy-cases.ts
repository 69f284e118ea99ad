import type pg from 'pg';
import { daysEarlier, type CaseTemplate } from './case-template.ts';
import { PLACES, TROUBLES, WISHES } from './citizens-words.ts';

/** How many copies of a case each day is given, with which numbers of the day. */
export interface CopiesOfDay {
  readonly template: CaseTemplate;
  readonly firstSerial: number;
  readonly count: number;
}

/**
 * Copies cases to earlier days, all with statements that write many rows: each copy has its own number, ids, words in
 * title, text and place, and a hash chain of its own, so that the ledger's verification finds nothing. What is not as in
 * life: the days follow each other without weekends, and a copy's texts say what its model's say.
 *
 * @param daysAgo the day that is written, counted back from the models' day
 */
export async function copyToDay(client: pg.Client, daysAgo: number, copies: readonly CopiesOfDay[]): Promise<void> {
  for (const { template, firstSerial, count } of copies) {
    if (count === 0) continue;
    const { sql, values } = copyStatement(template, daysAgo);
    await client.query({ name: `copy ${template.caseNumber}`, text: sql, values: [...values, firstSerial, count] });
  }
}

/** The statement's text is the same for every day; only its values differ. */
function copyStatement(template: CaseTemplate, daysAgo: number): { sql: string; values: unknown[] } {
  const { caseNumber, events, rows } = template;
  const day = dayBefore(caseNumber, daysAgo);
  const values: unknown[] = [
    day,
    events.map(({ canonical }) => daysEarlier(canonical, daysAgo)),
    events.map(({ at }) => daysEarlier(at, daysAgo)),
    rows.map(({ json }) => daysEarlier(json, daysAgo)),
    [...PLACES],
    [...TROUBLES],
    [...WISHES],
  ];
  const sql = `
    with copy as materialized (
      select n.*, ${places(events.length, 'k')} as canonicals, ${places(events.length, 'h')} as hashes
      from (select $1::text || lpad(serial::text, 4, '0') as number, hashtext($1 || serial) & 1073741823 as luck
            from generate_series($8::int, $8 + $9::int - 1) serial) n
      ${events.map((_, index) => chainLink(template, index)).join('\n')}),
    ${tablesOf(template)
      .map((table) => `into_${table} as (${insertInto(template, table)})`)
      .join(', ')}
    insert into event (stream, number, type, at, canonical, hash, action_key)
    select copy.number, e.number, e.type, ($3::timestamptz[])[e.number], copy.canonicals[e.number], copy.hashes[e.number], e.key
    from copy cross join (values ${events.map(({ type, actionKey }, index) => `(${index + 1}, ${quoted(type)}, ${quoted(actionKey)}::text)`).join(', ')}) e(number, type, key)`;
  return { sql, values };
}

const places = (count: number, letter: string): string =>
  `array[${Array.from({ length: count }, (_, index) => `${letter}${index + 1}.${letter}`).join(', ')}]`;

/** An event's text in the copy, and its hash over it; the text names the hash of the one before. */
function chainLink({ caseNumber, events, ids }: CaseTemplate, index: number): string {
  const before = events[index - 1];
  const named = renamed(`($2::text[])[${index + 1}]`, caseNumber, ids, 'n.number');
  const text = before ? `replace(${named}, '${before.hash}', h${index}.h)` : named;
  const number = index + 1;
  // `offset 0` keeps the planner from writing each text out again in every later one.
  return `cross join lateral (select ${text} as k offset 0) k${number}
    cross join lateral (select encode(sha256(convert_to(k${number}.k, 'UTF8')), 'hex') as h offset 0) h${number}`;
}

const tablesOf = ({ rows }: CaseTemplate): string[] => [...new Set(rows.map(({ table }) => table))];

function insertInto({ caseNumber, rows, ids, events }: CaseTemplate, table: string): string {
  const which = rows.flatMap((row, index) => (row.table === table ? [index + 1] : []));
  const named = renamed(`($4::text[])[r.place]`, caseNumber, ids, 'copy.number');
  const headed = `replace(${named}, '${events.at(-1)?.hash}', copy.hashes[${events.length}])::jsonb`;
  // `public.`, for one of the tables is called as a type is.
  const json = WORDS[table] ? `${headed} || ${WORDS[table]}` : headed;
  return `insert into ${table} select row.* from copy cross join unnest('{${which.join(',')}}'::int[]) r(place)
    cross join lateral jsonb_populate_record(null::public.${table}, ${json}) row`;
}

/** What the citizen brought: different for each copy, found by a search. */
const BROUGHT = `(select place, trouble, '市民来电反映：' || place || (1 + copy.luck % 97) || '号' || trouble || '，' || wish || '。' as words
  from (select ($5::text[])[1 + copy.luck % 30] as place, ($6::text[])[1 + copy.luck / 30 % 40] as trouble,
               ($7::text[])[1 + copy.luck / 1200 % 5] as wish) w) brought`;
const WORDS: Readonly<Record<string, string>> = {
  case_file: `(select jsonb_build_object('title', place || trouble, 'text', words, 'place', place,
    'caller_phone', '139' || lpad((copy.luck % 100000000)::text, 8, '0')) from ${BROUGHT})`,
  request_trait: `(select jsonb_build_object('title', place || trouble, 'place', place,
    'phone_key', '139' || lpad((copy.luck % 100000000)::text, 8, '0')) from ${BROUGHT})`,
  case_search: `(select jsonb_build_object('words', concat_ws(E'\\n', copy.number, place || trouble, words, place)) from ${BROUGHT})`,
};

/** The text with the copy's number and ids in place of the model's. */
function renamed(text: string, caseNumber: string, ids: readonly string[], number: string): string {
  return ids.reduce(
    (sql, id) => `replace(${sql}, '${id}', md5('${id}' || ${number})::uuid::text)`,
    `replace(${text}, '${caseNumber}', ${number})`,
  );
}

function dayBefore(caseNumber: string, days: number): string {
  const [year, month, day] = [caseNumber.slice(0, 4), caseNumber.slice(4, 6), caseNumber.slice(6, 8)].map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 1) - days))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
}

const quoted = (text: string | null): string => (text === null ? 'null' : `'${text.replaceAll("'", "''")}'`);
