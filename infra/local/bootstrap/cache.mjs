import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

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

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
