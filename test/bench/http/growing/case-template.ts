import type pg from 'pg';

/** A row of a table as its JSON text. */
export interface TemplateRow {
  readonly table: string;
  readonly json: string;
}

/** Everything that the database holds of one case, as text in which its number, its ids and its hashes can be replaced. */
export interface CaseTemplate {
  readonly caseNumber: string;
  readonly events: readonly {
    readonly type: string;
    readonly at: string;
    readonly canonical: string;
    readonly hash: string;
    readonly actionKey: string | null;
  }[];
  /** In an order in which what is named comes before what names it. */
  readonly rows: readonly TemplateRow[];
  /** Ids of its texts, tasks and notices: a copy has its own. */
  readonly ids: readonly string[];
}

const ROWS: readonly (readonly [table: string, column: string])[] = [
  ['stream', 'id'],
  ['case_file', 'case_number'],
  ['case_search', 'case_number'],
  ['request_trait', 'case_number'],
  ['assignment', 'case_number'],
  ['callback', 'case_number'],
  ['text', 'stream'],
  ['task', 'stream'],
  ['notice', 'stream'],
];
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g;
const DAY = 86_400_000;

/** Reads a case, which must have no meeting and no report, from the database. */
export async function readCase(client: pg.Client, caseNumber: string): Promise<CaseTemplate> {
  await client.query(`set time zone 'UTC'`);
  const events = await client.query<CaseTemplate['events'][number]>(
    `select type, canonical::json->>'at' as at, canonical, hash, action_key as "actionKey"
     from event where stream = $1 order by number`,
    [caseNumber],
  );
  const rows: TemplateRow[] = [];
  for (const [table, column] of ROWS) {
    const found = await client.query<{ json: string }>(
      `select row_to_json(t)::text as json from ${table} t where ${column} = $1 order by t::text`,
      [caseNumber],
    );
    rows.push(...found.rows.map(({ json }) => ({ table, json })));
  }
  const ids = rows.flatMap(({ json }) => (JSON.parse(json) as { id?: unknown }).id ?? []);
  return { caseNumber, events: events.rows, rows, ids: ids.filter(isUuid) };
}

/** The text with every instant so many days earlier. Hours of the day stay; whether a day was a holiday does not matter here. */
export function daysEarlier(text: string, days: number): string {
  return text.replaceAll(INSTANT, (instant) => new Date(Date.parse(instant) - days * DAY).toISOString());
}

const isUuid = (id: unknown): id is string => typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-/.test(id);
