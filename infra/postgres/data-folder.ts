import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { accountCan, type PostgresAccount } from './account.ts';

/**
 * The folder that shall hold PostgreSQL's cluster, made so that the account owns it. It is `wanted` itself, unless
 * PostgreSQL runs under another account that cannot enter there: then it is a folder under `/var/lib/hotline-12345`,
 * and `wanted` becomes a symbolic link to it. Where a person deleted the link, the folder begins anew.
 */
export async function postgresDataFolder(wanted: string, account: PostgresAccount): Promise<string> {
  const path = resolve(wanted);
  await mkdir(dirname(path), { recursive: true });
  if (account.uid === undefined || (await accountCan(account, ['test', '-x', dirname(path)]))) {
    await own(path, account);
    return path;
  }
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 12);
  const elsewhere = join('/var/lib/hotline-12345', `${basename(path)}-${digest}`);
  await mkdir(dirname(elsewhere), { recursive: true });
  await chmod(dirname(elsewhere), 0o755);
  if ((await readlink(path).catch(() => undefined)) !== elsewhere) {
    await rm(elsewhere, { recursive: true, force: true });
    await symlink(elsewhere, path);
  }
  await own(elsewhere, account);
  return elsewhere;
}

/** The first of the usual folders for passing files that the account can enter and the present user can write to. */
export async function temporaryRoot(account: PostgresAccount): Promise<string> {
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) {
    if (account.uid === undefined || (await accountCan(account, ['test', '-x', folder]))) return folder;
  }
  throw new Error('Neither TMPDIR nor /tmp nor /var/tmp can be entered by the account that PostgreSQL runs as.');
}

async function own(folder: string, account: PostgresAccount): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid);
}
