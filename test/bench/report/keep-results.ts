import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchResults } from './bench-results.ts';
import { markdownPage } from './table.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'docs', 'bench');

/**
 * Writes the results to `docs/bench/PROFILE.json` and `.md`. Parts that were not played now keep what they had; one that
 * knows no Temporal stands on the pages of both profiles.
 *
 * @param order names of all parts, in the order of the page
 */
export async function keepResults(
  { profile, parts }: BenchResults,
  order: readonly string[],
  folder = FOLDER,
): Promise<void> {
  await keep({ profile, parts }, order, folder);
  const both = parts.filter(({ knowsNoTemporal }) => knowsNoTemporal);
  const other = profile === 'local' ? 'cluster' : 'local';
  if (both.length > 0) await keep({ profile: other, parts: both }, order, folder);
}

async function keep(results: BenchResults, order: readonly string[], folder: string): Promise<void> {
  const file = join(folder, `${results.profile}.json`);
  const before = await keptBefore(file);
  const parts = order.flatMap((name) => [...results.parts, ...before].find((part) => part.name === name) ?? []);
  const all: BenchResults = { profile: results.profile, parts };
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(all, null, 2)}\n`);
  await writeFile(join(folder, `${results.profile}.md`), markdownPage(all));
}

async function keptBefore(file: string): Promise<BenchResults['parts']> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as BenchResults).parts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
