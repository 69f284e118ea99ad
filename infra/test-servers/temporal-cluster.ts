import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findClusterPrograms, type ClusterPrograms } from '../local/bootstrap/cache.mjs';
import { logFile } from '../local/log-file.ts';
import { endProcess, send } from '../processes/ending.ts';
import { freePortFrom } from '../processes/free-port.ts';
import { identityOf } from '../processes/process-identity.ts';
import { openCluster } from '../temporal-cluster/open-cluster.ts';
import { INNER_PORTS, type ClusterPlace, type ClusterPorts } from '../temporal-cluster/place.ts';
import { databaseBeside } from '../temporal-cluster/postgres-server.ts';
import { dropClusterDatabases, updateClusterSchema } from '../temporal-cluster/schema.ts';
import { spawnClusterServer } from '../temporal-cluster/server.ts';
import type { SearchAttributeTypes } from '../temporal/search-attributes.ts';
import type { TestTemporalServer } from './temporal.ts';

const NAMESPACE = 'default';
const LOWEST_PORT = 20_000;

/** The production server on PostgreSQL, which a test can stop and start again. */
export interface TestTemporalCluster extends TestTemporalServer {
  /** Address of its Prometheus metrics. */
  readonly metrics: string;
  /** Addresses of its two databases. */
  readonly databases: { readonly store: string; readonly visibility: string };
}

/** Whether the programs of the cluster are in the cache: `npm run cluster` builds them once for the machine. */
export function hasTemporalCluster(): boolean {
  return findClusterPrograms() !== undefined;
}

/**
 * Starts the production Temporal server (all services in one process, 4 history shards) on free ports, its two databases
 * new on the given PostgreSQL. About 5 s.
 *
 * @param options `postgres` is the address of any database of the server that shall hold them; `searchAttributes` are
 *   registered and usable in queries before it returns
 * @throws Error when the programs are not in the cache; see {@link hasTemporalCluster}
 */
export async function startTemporalCluster(options: {
  postgres: string;
  searchAttributes?: SearchAttributeTypes;
}): Promise<TestTemporalCluster> {
  const programs = findClusterPrograms();
  if (!programs) {
    throw new Error('The Temporal cluster is not built on this machine: run "npm run cluster" once, it builds it.');
  }
  const server = new ClusterServer(programs, options.postgres, await freePorts(), options.searchAttributes ?? {});
  await server.resume();
  return server;
}

class ClusterServer implements TestTemporalCluster {
  readonly address: string;
  readonly namespace = NAMESPACE;
  readonly metrics: string;
  readonly #programs: ClusterPrograms;
  readonly #place: ClusterPlace;
  readonly #attributes: SearchAttributeTypes;
  #process: ChildProcess | undefined;

  constructor(programs: ClusterPrograms, postgres: string, ports: ClusterPorts, attributes: SearchAttributeTypes) {
    this.address = `127.0.0.1:${ports.frontend}`;
    this.metrics = `http://127.0.0.1:${ports.metrics}/metrics`;
    this.#programs = programs;
    const databases = { store: `temporal_${ports.frontend}`, visibility: `temporal_visibility_${ports.frontend}` };
    this.#place = { postgres, databases, ports, folder: mkdtempSync(join(tmpdir(), 'hotline-temporal-cluster-')) };
    this.#attributes = attributes;
    process.once('exit', this.#atExit);
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  get databases(): { store: string; visibility: string } {
    const { postgres, databases } = this.#place;
    return {
      store: databaseBeside(postgres, databases.store),
      visibility: databaseBeside(postgres, databases.visibility),
    };
  }

  async halt(how: 'clean' | 'crash' = 'clean'): Promise<void> {
    const identity = this.#process?.pid ? identityOf(this.#process.pid) : undefined;
    if (identity) await endProcess(identity, how === 'crash' ? 'SIGKILL' : 'SIGTERM', 15_000);
  }

  async resume({ fresh = false } = {}): Promise<void> {
    if (fresh) await dropClusterDatabases(this.#place);
    await updateClusterSchema(this.#programs.sqlTool, this.#place);
    const log = logFile(this.#place.folder, 'server');
    const output = log.open();
    const server = spawnClusterServer(this.#programs.server, this.#place, [
      'ignore',
      output.descriptor,
      output.descriptor,
    ]);
    output.close();
    server.unref();
    this.#process = server;
    const dead = new AbortController();
    server.once('exit', () => dead.abort(new Error(`The Temporal cluster ended by itself:\n${log.lastLines()}`)));
    await openCluster(this.address, NAMESPACE, this.#attributes, 60_000, dead.signal);
  }

  async stop(): Promise<void> {
    process.off('exit', this.#atExit);
    await this.halt();
    await dropClusterDatabases(this.#place);
    rmSync(this.#place.folder, { recursive: true, force: true });
  }

  readonly #atExit = (): void => {
    if (this.#process?.pid) send(this.#process.pid, 'SIGKILL');
    rmSync(this.#place.folder, { recursive: true, force: true });
  };
}

/** The server writes the ports of its membership into a column that ends at 32,767; below it nothing is given to clients. */
async function freePorts(): Promise<ClusterPorts> {
  const ports: Record<string, number> = {};
  let next = LOWEST_PORT + Math.floor(Math.random() * 10_000);
  for (const name of ['frontend', ...Object.keys(INNER_PORTS)]) {
    ports[name] = await freePortFrom(next);
    next = ports[name] + 1;
  }
  return ports as unknown as ClusterPorts;
}
