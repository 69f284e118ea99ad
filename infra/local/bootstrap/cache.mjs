import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './repository.mjs';

/** The folder outside of the repository for what is downloaded or built once for all clones. */
export function cacheFolder() {
  return process.env.HOTLINE_CACHE || join(homedir(), '.cache', 'hotline-12345');
}

/** The folder of built and downloaded programs, made when it is not there. */
export function programFolder() {
  const folder = join(cacheFolder(), 'bin');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The folder of what Node.js has compiled: whatever starts again starts faster. It keeps apart files and versions by itself. */
export function compiledFolder() {
  return join(cacheFolder(), 'compiled');
}

/** The absolute path of a command of this machine, or undefined. */
export function commandOnPath(name) {
  return (process.env.PATH || '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** The Temporal CLI: the machine's own, else the cached one, else undefined. */
export function findTemporalCli() {
  return [process.env.TEMPORAL_CLI, commandOnPath('temporal'), join(cacheFolder(), 'bin', 'temporal')].find(isProgram);
}

/** The test server that skips time, from the cache, or undefined. */
export function findTimeSkippingServer() {
  return [join(cacheFolder(), 'bin', 'temporal-test-server')].find(isProgram);
}

/** The programs of the Temporal cluster by their parts, each with the version its release was tried with. */
export const CLUSTER_PROGRAMS = {
  server: { name: 'temporal-server-1.32.1', module: 'go.temporal.io/server/cmd/server@v1.32.1', built: 'server' },
  sqlTool: { name: 'temporal-sql-tool-1.32.1', module: 'go.temporal.io/server/cmd/tools/sql@v1.32.1', built: 'sql' },
  ui: {
    name: 'temporal-ui-server-2.55.0',
    module: 'github.com/temporalio/ui-server/v2/cmd/server@v2.55.0',
    built: 'server',
  },
};

/** The cached programs of the Temporal cluster, or undefined while one of them is missing. */
export function findClusterPrograms() {
  const paths = Object.entries(CLUSTER_PROGRAMS).map(([part, { name }]) => [part, join(cacheFolder(), 'bin', name)]);
  return paths.every(([, path]) => isProgram(path)) ? Object.fromEntries(paths) : undefined;
}

/** The packages of Schemathesis, each at a version. */
export const SCHEMATHESIS_REQUIREMENTS = join(root, 'test', 'bad-input', 'schemathesis', 'requirements.txt');

/** The folder of the cache for the Python packages that the requirements name: some are built for one Python. */
export function schemathesisFolder() {
  const version = 'import sys; print("%d.%d" % sys.version_info[:2])';
  const python = spawnSync('python3', ['-c', version], { encoding: 'utf8' }).stdout?.trim() || 'none';
  const digest = createHash('sha256').update(readFileSync(SCHEMATHESIS_REQUIREMENTS)).digest('hex').slice(0, 12);
  return join(cacheFolder(), 'python', `schemathesis-${digest}-python-${python}`);
}

/** The folder of Schemathesis' packages, for PYTHONPATH, or undefined while they are not installed. */
export function findSchemathesis() {
  if (!existsSync(SCHEMATHESIS_REQUIREMENTS)) return undefined;
  return [schemathesisFolder()].find((folder) => existsSync(join(folder, 'schemathesis')));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
