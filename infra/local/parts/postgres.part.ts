import {
  databaseUrl,
  endOrphanServer,
  ensureDatabase,
  openCluster,
  spawnServer,
  waitUntilReady,
} from '../../postgres/cluster.ts';
import type { Part } from '../supervise.ts';

const DATABASE = 'hotline';

/** The address of the built-in database. */
export function builtInDatabaseUrl(port: number): string {
  return databaseUrl(port, DATABASE);
}

/**
 * PostgreSQL with its data in the folder, which is made at the first start; its database is there when it is ready.
 *
 * @param settings server settings such as `{ max_connections: '300' }`
 */
export function postgresPart(
  folder: string,
  port: number,
  settings: Record<string, string>,
  signal: AbortSignal,
): Part {
  return {
    name: 'postgres',
    title: 'PostgreSQL',
    async spawn(stdio) {
      const cluster = await openCluster(folder, { durable: true, signal });
      await endOrphanServer(cluster.folder);
      return spawnServer(cluster, port, settings, stdio);
    },
    async untilReady(ready) {
      await waitUntilReady(databaseUrl(port, 'postgres'), 120_000, ready);
      await ensureDatabase(port, DATABASE);
    },
    ending: { signal: 'SIGINT', patience: 30_000 },
  };
}
