import { readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CannotRun } from '../../local/saying.ts';
import { readRestored, writeRestored } from './restored-file.ts';

/** Temporal's own data on one machine: after a restore they know what the ledger no longer holds. */
const TEMPORAL_FILES = /^temporal\.db(?:-shm|-wal)?$/;

const CLUSTER = 'postgres';

/**
 * Puts the new cluster in the place of the one in use, which is kept aside together with Temporal's file, and notes that
 * the next start must bring the workflows back from the ledger. Each move is noted before it is made: what a power cut
 * leaves half done, {@link takeBack} undoes.
 */
export async function putInPlace(data: string, cluster: string, fresh: string, to: string): Promise<void> {
  const at = new Date().toISOString();
  const inData = (await readdir(data)).filter((name) => TEMPORAL_FILES.test(name)).map((name) => join(data, name));
  // A lost cluster leaves nothing to keep: an empty folder taken back would become an empty city.
  const old = (await readdir(cluster)).length > 0 ? [cluster] : [];
  const moved = [...old, ...inData].map((from) => ({ from, to: `${from}${endingOf('before', at)}` }));
  const { keptAside } = await readRestored(data);
  await writeRestored(data, { keptAside: [...keptAside, { at, to, moved }], rehydrate: true });
  for (const { from, to: aside } of moved) await rename(from, aside).catch(unlessMissing);
  await rename(fresh, cluster);
}

/**
 * Takes back what the last restore put aside. What it had put in place, and whatever was done since, is put aside in its
 * stead: nothing is deleted before `confirm`, and taking back twice changes nothing.
 *
 * @returns when it had been put aside
 * @throws CannotRun when there is nothing to take back
 */
export async function takeBack(data: string): Promise<string> {
  const { keptAside } = await readRestored(data);
  const last = keptAside.at(-1);
  if (!last?.moved.some(({ from }) => basename(from) === CLUSTER)) throw nothingAside(data);
  const at = new Date().toISOString();
  const moved = last.moved.map(({ from }) => ({ from, to: `${from}${endingOf('undone', at)}` }));
  const undone = { at, to: last.to, moved };
  // The workflows come from the ledger again: the relay may have spoken to the Temporal that is put aside now.
  await writeRestored(data, { keptAside: [...keptAside, undone], rehydrate: true });
  for (const { from, to } of moved) await rename(from, to).catch(unlessMissing);
  for (const { from, to } of last.moved) await rename(to, from).catch(unlessMissing);
  await writeRestored(data, { keptAside: [...keptAside.slice(0, -1), undone], rehydrate: true });
  return last.at;
}

/**
 * Deletes everything that restores put aside.
 *
 * @throws CannotRun when there is nothing
 */
export async function confirm(data: string): Promise<number> {
  const { keptAside, rehydrate } = await readRestored(data);
  if (keptAside.length === 0) throw nothingAside(data);
  for (const { to } of keptAside.flatMap(({ moved }) => moved)) await rm(to, { recursive: true, force: true });
  await writeRestored(data, { keptAside: [], rehydrate });
  return keptAside.length;
}

function nothingAside(data: string): CannotRun {
  return new CannotRun(
    `${data} 中没有保留的旧数据。`,
    `No old data are kept in ${data}: nothing was restored that is not confirmed yet, or the database had been lost. The usual restore: npm run restore -- --at 2026-11-24T10:00:00+08:00`,
  );
}

function endingOf(word: string, at: string): string {
  return `.${word}-${at.replaceAll(/[-:.]/g, '')}`;
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
