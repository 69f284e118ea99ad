import { createDatabase } from './postgres.ts';

/**
 * A database of its own for a suite (`*.integration.spec.ts`, `*.e2e.spec.ts`) on the PostgreSQL that Jest's set-up
 * started, with all migrations applied: in about 50 ms.
 *
 * @param options `migrated: false` gives an empty one
 * @returns its address
 * @throws Error outside of such a suite
 */
export async function createSuiteDatabase({ migrated = true } = {}): Promise<string> {
  const url = process.env['HOTLINE_TEST_POSTGRES'];
  if (url === undefined) throw new Error('There is no PostgreSQL for this suite: name the file *.integration.spec.ts.');
  return createDatabase(url, migrated ? process.env['HOTLINE_TEST_TEMPLATE'] : undefined);
}
