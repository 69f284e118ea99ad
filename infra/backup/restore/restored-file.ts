import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotRun } from '../../local/saying.ts';
import { writeWhole } from '../whole-file.ts';

/** What a restore put aside, to be taken back or deleted. */
export interface KeptAside {
  /** When it was put aside. */
  readonly at: string;
  /** What it was restored to. */
  readonly to: string;
  /** Where each thing lay, and where it lies now. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

/** What was restored in a data folder and is not confirmed, in `restored.json`. */
export interface Restored {
  /** Latest last. */
  readonly keptAside: readonly KeptAside[];
  /** Whether the workflows must still be started from the ledger: the next start does it. */
  readonly rehydrate: boolean;
}

const fileIn = (data: string): string => join(data, 'restored.json');

/** What was restored and not confirmed; nothing when there is none. */
export async function readRestored(data: string): Promise<Restored> {
  const text = await readFile(fileIn(data), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  return text === undefined ? { keptAside: [], rehydrate: false } : (JSON.parse(text) as Restored);
}

/** Writes it down; a file that would say nothing is removed. */
export async function writeRestored(data: string, restored: Restored): Promise<void> {
  if (restored.keptAside.length === 0 && !restored.rehydrate) await rm(fileIn(data), { force: true });
  else await writeWhole(fileIn(data), `${JSON.stringify(restored, undefined, 2)}\n`);
}

/**
 * Looks that a restore was not cut off between putting the old cluster aside and the new one in its place: a start would
 * make an empty one.
 *
 * @throws CannotRun when it was
 */
export async function insistOnWholeRestore(data: string): Promise<void> {
  const { keptAside } = await readRestored(data);
  if (keptAside.length === 0 || existsSync(join(data, 'postgres', 'PG_VERSION'))) return;
  throw new CannotRun(
    '上次恢复中途断了，数据库还没有换上。请重新运行 npm run restore -- --at …，或 npm run restore -- --undo。',
    'A restore was cut off before its database was in place. Repeat it (npm run restore -- --at …), or say npm run restore -- --undo',
  );
}

/** Whether the workflows must be started from the ledger before a worker works: the database was restored. */
export async function mustRehydrate(data: string): Promise<boolean> {
  return (await readRestored(data)).rehydrate;
}

/** They were. */
export async function hasRehydrated(data: string): Promise<void> {
  await writeRestored(data, { ...(await readRestored(data)), rehydrate: false });
}
