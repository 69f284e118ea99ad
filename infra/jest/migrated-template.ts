import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestPostgres } from '../test-servers/postgres.ts';

const run = promisify(execFile);
const command = new URL('../../apps/command/src/main.ts', import.meta.url);

/**
 * Makes a database with all migrations applied and returns its name, to be copied for each suite.
 *
 * @throws Error with what the migration said, when it failed
 */
export async function migrateTemplate(postgres: TestPostgres): Promise<string> {
  const url = await postgres.createDatabase();
  await run(process.execPath, [command.pathname, 'migrate'], { env: { ...process.env, DATABASE_URL: url } });
  return new URL(url).pathname.slice(1);
}
