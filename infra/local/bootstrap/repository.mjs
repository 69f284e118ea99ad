import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The environment without the repository's own commands on the PATH: an install removes them while it runs. */
export function machineEnvironment() {
  const own = join(root, 'node_modules', '.bin');
  const path = (process.env.PATH || '').split(delimiter).filter((folder) => resolve(folder) !== own);
  return { ...process.env, PATH: path.join(delimiter) };
}
