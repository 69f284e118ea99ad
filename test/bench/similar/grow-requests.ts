import { cutWords } from '@hotline/application';
import { DEFAULT_POLICY } from '@hotline/domain';
import pg from 'pg';
import { drawer, tell, type Telling } from './tellings.ts';

export interface Requests {
  readonly count: number;
  /** How many of them are open; the others ended. */
  readonly open: number;
  readonly say: (line: string) => void;
}

const BATCH = 5_000;
const DAYS = 85;
const INDEXES = ['request_trait_likeness', 'request_trait_phone', 'request_trait_category', 'request_trait_time'];

/**
 * Fills a migrated database with requests as intake writes them down, without their histories: file and trait. All lie
 * within the window that is searched, so that nothing but being open narrows the search. Indexes are made at the end.
 */
export async function growRequests(databaseUrl: string, { count, open, say }: Requests): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
    );
    await client.query(`insert into policy values (1, $1, '2020-01-01')`, [JSON.stringify(DEFAULT_POLICY)]);
    const { rows } = await client.query<{ indexdef: string }>(
      'select indexdef from pg_indexes where indexname = any($1)',
      [INDEXES],
    );
    await client.query(`drop index ${INDEXES.join(', ')}`);
    const draw = drawer(12_345);
    for (let from = 0; from < count; from += BATCH) {
      const size = Math.min(BATCH, count - from);
      await insert(
        client,
        Array.from({ length: size }, (_, index) => rowOf(from + index, tell(draw), { count, open })),
      );
      if ((from / BATCH) % 20 === 19) say(`${from + size} requests`);
    }
    say('indexes');
    for (const { indexdef } of rows) await client.query(indexdef);
    await client.query('vacuum analyze request_trait, case_file');
  } finally {
    await client.end();
  }
}

function rowOf(
  index: number,
  { title, text, place, trouble }: Telling,
  { count, open }: Pick<Requests, 'count' | 'open'>,
) {
  // Every so-manieth is open, evenly over the days.
  const isOpen = Math.floor(((index + 1) * open) / count) > Math.floor((index * open) / count);
  const at = new Date(Date.now() - DAYS * 86_400_000 * (1 - index / count)).toISOString();
  const number = `2026${String(index + 1).padStart(8, '0')}`;
  const phone = `139${String((index * 7_919) % 100_000_000).padStart(8, '0')}`;
  const words = cutWords(`${title}\n${text}`);
  return {
    number,
    stage: isOpen ? 'assigned' : 'closed',
    isOpen,
    at,
    category: `c${trouble}`,
    phone,
    title,
    text,
    place,
    words,
  };
}

async function insert(client: pg.Client, rows: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  const json = JSON.stringify(rows);
  await client.query(
    `insert into case_file (case_number, channel, caller_phone, title, text, place, kind, urgency, category_id, stage, registered_at)
     select number, 'phone-12345', phone, title, text, place, 'help', 'ordinary', category, stage, at
     from jsonb_to_recordset($1) as r (number text, phone text, title text, text text, place text, category text, stage text, at timestamptz)`,
    [json],
  );
  await client.query(
    `insert into request_trait (case_number, open, registered_at, category_id, phone_key, title, place, words)
     select number, "isOpen", at, category, phone, title, place,
       array_to_tsvector(array(select jsonb_array_elements_text(words)))
     from jsonb_to_recordset($1)
       as r (number text, "isOpen" boolean, at timestamptz, category text, phone text, title text, place text, words jsonb)`,
    [json],
  );
}
