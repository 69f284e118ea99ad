import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chown, mkdir, open } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import type { PostgresAccount } from '../../postgres/account.ts';
import type { Manifest } from './backup-manifest.ts';

export const ARCHIVE = 'base.tar.gz';
export const MANIFEST = 'backup_manifest';

/** Told as bytes come. */
export type Progress = (done: number, of: number) => void;

/** The files of a backup are not those that its manifest names. */
export class DamagedBackup extends Error {}

/**
 * Reads a base backup through and compares every file with its manifest.
 *
 * @param into a folder, where the files are written, owned by the account; without it they are only compared
 * @throws DamagedBackup naming the file
 */
export async function unpack(
  backup: string,
  manifest: Manifest,
  into: { readonly folder: string; readonly account: PostgresAccount } | undefined,
  onProgress: Progress,
): Promise<void> {
  const extract = tar.extract();
  const reading = pipeline(createReadStream(join(backup, ARCHIVE)), createGunzip(), extract);
  reading.catch(() => undefined);
  const seen = new Set<string>();
  let done = 0;
  try {
    for await (const entry of extract) {
      const path = insidePath(entry.header.name);
      if (entry.header.type === 'directory') {
        if (into) await makeFolder(join(into.folder, path), into.account);
        entry.resume();
        continue;
      }
      if (entry.header.type !== 'file') throw new DamagedBackup(`the backup holds a ${entry.header.type}: ${path}`);
      await writeEntry(entry, path, manifest, into);
      seen.add(path);
      onProgress((done += entry.header.size ?? 0), manifest.bytes);
    }
    await reading;
  } catch (cause) {
    if (cause instanceof DamagedBackup || (cause as NodeJS.ErrnoException).syscall !== undefined) throw cause;
    throw new DamagedBackup(`the backup cannot be read: ${(cause as Error).message}`, { cause });
  }
  if (into) await syncAll([...seen].map((path) => join(into.folder, path)));
  const missing = [...manifest.files.keys()].find((path) => !seen.has(path));
  if (missing !== undefined) throw new DamagedBackup(`the backup lacks ${missing}`);
}

async function writeEntry(
  entry: tar.Entry,
  path: string,
  manifest: Manifest,
  into: { readonly folder: string; readonly account: PostgresAccount } | undefined,
): Promise<void> {
  const expected = manifest.files.get(path);
  const hash = createHash('sha256');
  const file = into ? await open(join(into.folder, path), 'wx', 0o600) : undefined;
  try {
    for await (const chunk of entry as AsyncIterable<Buffer>) {
      hash.update(chunk);
      await file?.writeFile(chunk);
    }
    if (file && into?.account.uid !== undefined && into.account.gid !== undefined)
      await file.chown(into.account.uid, into.account.gid);
  } finally {
    await file?.close();
  }
  if (!expected) throw new DamagedBackup(`the backup holds ${path}, which its manifest does not name`);
  if (hash.digest('hex') !== expected.sha256)
    throw new DamagedBackup(`${path} in the backup is not what the server sent`);
}

/** Several at a time: the disk takes them together. */
async function syncAll(paths: readonly string[]): Promise<void> {
  const rest = [...paths];
  const lane = async (): Promise<void> => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      const file = await open(path, 'r');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));
}

async function makeFolder(path: string, { uid, gid }: PostgresAccount): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

/** A name in the archive, which must stay within it. */
function insidePath(name: string): string {
  const path = normalize(name).replace(/\/$/, '');
  if (path.startsWith('..') || path.startsWith('/')) throw new DamagedBackup(`the backup leaves its folder: ${name}`);
  return path;
}
