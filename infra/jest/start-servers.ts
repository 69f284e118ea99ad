import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOnSignal } from '../processes/exit-on-signal.ts';
import { startPostgres } from '../test-servers/postgres.ts';
import { keepServers } from './kept-servers.ts';
import { migrateTemplate } from './migrated-template.ts';

/**
 * Before the suites that need a database: starts one throwaway PostgreSQL for all of them, with a migrated template
 * database, and tells the suites by HOTLINE_TEST_POSTGRES and HOTLINE_TEST_TEMPLATE. What one suite built for the others to
 * use again lies in the folder HOTLINE_TEST_BUILT.
 */
export default async function startServers(): Promise<void> {
  exitOnSignal();
  const built = mkdtempSync(join(tmpdir(), 'hotline-built-'));
  process.env['HOTLINE_TEST_BUILT'] = built;
  process.once('exit', () => rmSync(built, { recursive: true, force: true }));
  const postgres = await startPostgres();
  keepServers(postgres);
  process.env['HOTLINE_TEST_POSTGRES'] = postgres.url;
  process.env['HOTLINE_TEST_TEMPLATE'] = await migrateTemplate(postgres);
}
