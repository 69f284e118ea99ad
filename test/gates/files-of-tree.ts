import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const neverOurs = new Set(['node_modules', '.git', '.nx', '.data', 'dist', 'coverage']);

/**
 * The files of the working directory that belong to the repository, as relative paths: those git tracks or would add,
 * or, outside a git checkout, all but what is installed or built.
 */
export function filesOfTree(): string[] {
  if (!existsSync('.git')) return walk('.');
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split('\0').filter((file) => file !== '' && existsSync(file) && statSync(file).isFile());
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return neverOurs.has(entry.name) ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });
}
