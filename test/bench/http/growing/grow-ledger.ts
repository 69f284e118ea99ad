import { openDatabase } from '@hotline/persistence';
import pg from 'pg';
import { readCase } from './case-template.ts';
import { copyToDay, type CopiesOfDay } from './copy-cases.ts';
import { playClosedCases, playWaitingCase } from './sample-cases.ts';

/** What a ledger is grown to. */
export interface Growth {
  /** Closed cases, 84 % of them answered at the desk. */
  readonly closed: number;
  /** Cases that wait for their unit to acknowledge, of the last days. */
  readonly waiting: number;
  readonly say?: (line: string) => void;
}

/** The days that closed cases are spread over, before the days of the open ones. */
const DAYS = 250;
const WAITING_DAYS = 5;
/** Numbers of a day have four digits: where more wait, they wait since earlier. */
const MOST_OF_A_DAY = 8_000;
/** Numbers of a day have four digits when it has fewer cases than this; the copies come after a day's own. */
const FIRST_SERIAL = 100;

/**
 * Grows the ledger of a sown city: plays one case of each sort through the use cases and copies it. A million cases take
 * some minutes; the copies' streams are whole (see {@link copyToDay}). Indexes that only lists need are made at the end.
 *
 * @returns the numbers of the waiting cases
 */
export async function growLedger(databaseUrl: string, growth: Growth): Promise<string[]> {
  const { closed, waiting, say = () => undefined } = growth;
  const orm = await openDatabase(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const waitingDays = Math.max(WAITING_DAYS, Math.ceil(waiting / MOST_OF_A_DAY));
    const samples = await playClosedCases(orm);
    const closedCases = [];
    for (const { caseNumber, perThousand } of samples)
      closedCases.push({ template: await readCase(client, caseNumber), perThousand });
    const waitingCase = await readCase(client, await playWaitingCase(orm));
    const restoreIndexes = closed > 50_000 ? await withoutListIndexes(client) : undefined;
    await asLoader(client);
    for (let day = 0; day < DAYS; day++) {
      await copyToDay(client, DAYS + waitingDays - day, sharedOut(closedCases, closed, [day, DAYS]));
      if (day % 25 === 24) say(`${Math.floor((closed * (day + 1)) / DAYS)} closed cases`);
    }
    for (let day = 0; day < waitingDays; day++) {
      const model = [{ template: waitingCase, perThousand: 1_000 }];
      await copyToDay(client, waitingDays - day, sharedOut(model, waiting, [day, waitingDays]));
    }
    await restoreIndexes?.(say);
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ number: string }>(
      `select case_number as number from case_file where stage = 'assigned' order by case_number`,
    );
    return rows.map(({ number }) => number);
  } finally {
    await client.end();
    await orm.close();
  }
}

/** A day's cases among the models, so that over all days each has its share. */
function sharedOut(
  models: readonly { readonly template: CopiesOfDay['template']; readonly perThousand: number }[],
  count: number,
  [day, days]: readonly [number, number],
): CopiesOfDay[] {
  let firstSerial = FIRST_SERIAL;
  return models.map(({ template, perThousand }) => {
    const until = (done: number): number => Math.round((count * perThousand * done) / (1_000 * days));
    const own = { template, firstSerial, count: until(day + 1) - until(day) };
    firstSerial += own.count;
    return own;
  });
}

/** What is copied names only what is copied with it: the checks that one row at a time needs are left out. */
async function asLoader(client: pg.Client): Promise<void> {
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB';
     set maintenance_work_mem = '1GB'; set jit = off`,
  );
}

/** Takes away the indexes that no key needs, and answers how to make them again. */
async function withoutListIndexes(client: pg.Client): Promise<(say: (line: string) => void) => Promise<void>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexname as name, i.indexdef as definition from pg_indexes i
     where i.schemaname = 'public' and i.tablename in ('stream', 'event', 'case_file', 'case_search', 'request_trait', 'assignment', 'text', 'task', 'notice')
       and not exists (select from pg_constraint c where c.conname = i.indexname)`,
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  return async (say) => {
    for (const { name, definition } of rows) {
      say(`index ${name}`);
      await client.query(definition);
    }
  };
}
