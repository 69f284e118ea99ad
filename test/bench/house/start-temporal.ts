import { readFileSync, statSync } from 'node:fs';
import { SEARCH_ATTRIBUTES } from '@hotline/contracts-process';
import { startTemporalCluster, startTemporalDevServer, type TestTemporalServer } from '@hotline/infra';
import { readDatabaseCounters } from '../measuring/database-counters.ts';
import type { Profile } from '../part.ts';

/**
 * The Temporal of a profile, new and empty, the hotline's search attributes known to it: the development server on SQLite,
 * or the production server with databases of its own on the given PostgreSQL.
 */
export function startTemporal(profile: Profile, postgres: string): Promise<TestTemporalServer> {
  const searchAttributes = SEARCH_ATTRIBUTES;
  return profile === 'local'
    ? startTemporalDevServer({ searchAttributes, givesWay: true })
    : startTemporalCluster({ postgres, searchAttributes });
}

/** Bytes on disk of what a Temporal keeps. */
export async function bytesOfTemporal(server: TestTemporalServer): Promise<number> {
  if ('databases' in server) {
    const databases = Object.values(server.databases as Record<string, string>);
    const counters = await Promise.all(databases.map(readDatabaseCounters));
    return counters.reduce((sum, { bytes }) => sum + bytes, 0);
  }
  const words = readFileSync(`/proc/${server.pid}/cmdline`, 'utf8').split('\0');
  const file = words[words.indexOf('--db-filename') + 1] ?? '';
  return ['', '-wal'].reduce(
    (sum, suffix) => sum + (statSync(`${file}${suffix}`, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
