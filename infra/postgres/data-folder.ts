import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { accountCan, type PostgresAccount } from './account.ts';

const ELSEWHERE = '/var/lib/hotline-12345';
const ORIGIN = 'origin';

/**
 * The folder that shall hold PostgreSQL's cluster, made so that the account owns it. It is `wanted` itself, unless
 * PostgreSQL runs under another account that cannot enter there: then it is a folder under `/var/lib/hotline-12345`,
 * and `wanted` becomes a symbolic link to it. Deleting the link deletes the data: they go at the next call of anyone.
 */
export async function postgresDataFolder(wanted: string, account: PostgresAccount): Promise<string> {
  const path = resolve(wanted);
  await mkdir(dirname(path), { recursive: true });
  if (account.uid === undefined || (await accountCan(account, ['test', '-x', dirname(path)]))) {
    await own(path, account);
    return path;
  }
  await removeUnlinked();
  const home = join(ELSEWHERE, createHash('sha256').update(path).digest('hex').slice(0, 16));
  const elsewhere = join(home, basename(path));
  await mkdir(elsewhere, { recursive: true });
  for (const folder of [ELSEWHERE, home]) await chmod(folder, 0o755);
  await own(elsewhere, account);
  if (!(await leadsTo(path, elsewhere))) await symlink(elsewhere, path);
  await writeFile(join(home, ORIGIN), path);
  return elsewhere;
}

/** The first of the usual folders for passing files that the account can enter and the present user can write to. */
export async function temporaryRoot(account: PostgresAccount): Promise<string> {
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) {
    if (account.uid === undefined || (await accountCan(account, ['test', '-x', folder]))) return folder;
  }
  throw new Error('Neither TMPDIR nor /tmp nor /var/tmp can be entered by the account that PostgreSQL runs as.');
}

/** A folder elsewhere lasts as long as the link to it. */
async function removeUnlinked(): Promise<void> {
  for (const name of await readdir(ELSEWHERE).catch((): string[] => [])) {
    const home = join(ELSEWHERE, name);
    const origin = await readFile(join(home, ORIGIN), 'utf8').catch(() => undefined);
    if (origin === undefined || (await leadsTo(origin, join(home, basename(origin))))) continue;
    await rm(home, { recursive: true, force: true });
  }
}

async function leadsTo(link: string, folder: string): Promise<boolean> {
  return (await readlink(link).catch(() => undefined)) === folder;
}

async function own(folder: string, account: PostgresAccount): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid);
}
