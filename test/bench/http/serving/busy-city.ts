import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sha256 } from '@hotline/persistence';
import type { BenchHouse } from '../../house/bench-house.ts';
import { askDatabase } from '../../measuring/database-counters.ts';
import { growLedger, type Growth } from '../growing/grow-ledger.ts';
import type { Known } from '../loading/callers.ts';

const COMMAND = fileURLToPath(new URL('../../../../apps/command/src/main.ts', import.meta.url));
const run = promisify(execFile);
const LOOKED_AT = 1_000;

/** A sown city with a ledger, and what its callers know of it. */
export interface BusyCity {
  readonly databaseUrl: string;
  readonly known: Known;
}

/** Sows the city on a migrated database, as `npm start` does, but nobody has called yet. */
export async function sowCity(databaseUrl: string): Promise<void> {
  await run(process.execPath, [COMMAND, 'seed', '--no-calls'], { env: { ...process.env, DATABASE_URL: databaseUrl } });
}

/** Sows a city on a new database, grows its ledger, and logs an operator and a unit's handler in. */
export async function makeBusyCity(house: BenchHouse, growth: Growth): Promise<BusyCity> {
  const databaseUrl = await house.migratedDatabase();
  await sowCity(databaseUrl);
  const [first = '', second = '', ...waiting] = await growLedger(databaseUrl, growth);
  const looked = await askDatabase<{ number: string }>(
    databaseUrl,
    `select case_number as number from case_file where stage = 'closed' order by md5(case_number) limit $1`,
    [LOOKED_AT],
  );
  const known = {
    operatorToken: await logIn(databaseUrl, 'operator1'),
    handlerToken: await logIn(databaseUrl, 'shuiwu'),
    waitingCases: [first, second] as const,
    categories: await categoriesOf(databaseUrl),
    waiting,
    cases: looked.map(({ number }) => number),
  };
  return { databaseUrl, known };
}

/** The ids of what calls can be about. */
export async function categoriesOf(databaseUrl: string): Promise<string[]> {
  const rows = await askDatabase<{ id: string }>(databaseUrl, 'select id from category where level > 1 order by id');
  return rows.map(({ id }) => id);
}

/** Gives a person of the city a session of a day. */
export async function logIn(databaseUrl: string, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await askDatabase(
    databaseUrl,
    `insert into session (id, user_id, created_at, expires_at) values ($1, $2, now(), now() + interval '1 day')`,
    [sha256(token), userId],
  );
  return token;
}
