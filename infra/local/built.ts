import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPOSITORY } from './repository.ts';

const SOURCES = ['apps', 'libs', 'workflows', 'activities', 'package-lock.json', 'nx.json', 'tsconfig.base.json'];
const PASSED_OVER = new Set(['node_modules', 'dist', 'coverage']);
const OUTPUTS = ['apps/api/dist/main.js', 'apps/web/dist/index.html', 'apps/worker/dist/workflow-bundle.js'];
const STAMP = join(REPOSITORY, 'node_modules', '.cache', 'hotline', 'built');

/**
 * Tells whether the last build is of just these sources, in some 20 ms: Nx would answer the same, but takes seconds.
 * A file counts as the same by path, size and time of change.
 */
export function isBuilt(): boolean {
  return OUTPUTS.every((output) => existsSync(join(REPOSITORY, output))) && stamp() === sourcesDigest();
}

/** Remembers that the sources as they were when `digest` was taken are built. */
export function markBuilt(digest: string): void {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, digest);
}

/** A digest of all that the builds read. */
export function sourcesDigest(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const stat = statSync(join(REPOSITORY, path), { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    const names = readdirSync(join(REPOSITORY, path)).filter((name) => !PASSED_OVER.has(name));
    for (const name of names.toSorted()) addTo(hash, `${path}/${name}`);
  } else if (stat) {
    hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
  }
}

function stamp(): string {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
}
