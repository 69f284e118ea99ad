import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { givingWay } from '../processes/gives-way.ts';
import type { ClusterPlace, ClusterPorts } from './place.ts';
import { PLUGIN, postgresServerOf } from './postgres-server.ts';

const LOOPBACK = '127.0.0.1';

/** Parts of the store that are locked and owned as one. It is written into the database at the first start, for good. */
export const HISTORY_SHARDS = 4;

/**
 * What differs from the server's defaults. Time may be skipped in single executions, for training; one partition is
 * enough for the workers of one machine, and spares them the asking at four.
 */
const DYNAMIC = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
};

/**
 * Starts the production Temporal server with its four services in one process, as the leader of a process group of its
 * own. The databases must have its schema: {@link updateClusterSchema}.
 *
 * @param program the path of temporal-server
 */
export function spawnClusterServer(program: string, place: ClusterPlace, stdio: StdioOptions): ChildProcess {
  mkdirSync(place.folder, { recursive: true });
  const dynamic = join(place.folder, 'dynamic-config.yaml');
  // JSON is YAML.
  const settings = Object.fromEntries(Object.entries(DYNAMIC).map(([name, value]) => [name, [{ value }]]));
  writeFileSync(dynamic, JSON.stringify(settings, undefined, 2));
  const env = {
    PATH: process.env['PATH'],
    TZ: 'UTC',
    LOG_LEVEL: 'warn',
    DYNAMIC_CONFIG_FILE_PATH: dynamic,
    ...storeEnvironment(place),
    ...portEnvironment(place.ports),
  };
  const options = { cwd: place.folder, env, detached: true, stdio };
  return spawn(...givingWay(program, ['--allow-no-auth', 'start']), options);
}

/** The server configures itself by the variables that its official image takes too. */
function storeEnvironment({ postgres, databases }: ClusterPlace): Record<string, string> {
  const { host, port, user, password, encrypted } = postgresServerOf(postgres);
  return {
    DB: PLUGIN,
    POSTGRES_SEEDS: host,
    DB_PORT: port,
    POSTGRES_USER: user,
    POSTGRES_PWD: password,
    DBNAME: databases.store,
    VISIBILITY_DBNAME: databases.visibility,
    SQL_TLS_ENABLED: String(encrypted),
    NUM_HISTORY_SHARDS: String(HISTORY_SHARDS),
  };
}

function portEnvironment(ports: ClusterPorts): Record<string, string> {
  return {
    BIND_ON_IP: LOOPBACK,
    TEMPORAL_BROADCAST_ADDRESS: LOOPBACK,
    FRONTEND_GRPC_PORT: String(ports.frontend),
    FRONTEND_HTTP_PORT: String(ports.frontendHttp),
    FRONTEND_MEMBERSHIP_PORT: String(ports.frontendMembership),
    HISTORY_GRPC_PORT: String(ports.history),
    HISTORY_MEMBERSHIP_PORT: String(ports.historyMembership),
    MATCHING_GRPC_PORT: String(ports.matching),
    MATCHING_MEMBERSHIP_PORT: String(ports.matchingMembership),
    WORKER_GRPC_PORT: String(ports.worker),
    WORKER_MEMBERSHIP_PORT: String(ports.workerMembership),
    PROMETHEUS_ENDPOINT: `${LOOPBACK}:${ports.metrics}`,
  };
}
