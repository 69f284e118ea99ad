import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SIZE = '700m';
const CHUNK = 4 * 1024 * 1024;

/** A disk of its own for the database, which can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  free(): void;
  /** Takes it away; the database goes to a folder that lasts, where one is named. */
  unmount(keptIn?: string): Promise<void>;
}

/** Undefined where this process may not mount. */
export async function smallDisk(folder: string): Promise<SmallDisk | undefined> {
  mkdirSync(folder, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'chaos', folder]);
  } catch {
    return undefined;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill() {
      for (let size = CHUNK; size >= 512;) {
        try {
          writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
          if (statfsSync(folder).bavail === 0) return;
        } catch {
          size /= 2;
        }
      }
    },
    free: () => rmSync(ballast, { force: true }),
    async unmount(keptIn) {
      rmSync(ballast, { force: true });
      if (keptIn) await run('cp', ['-a', join(folder, 'postgres'), keptIn]).catch(() => undefined);
      await run('umount', ['-l', folder]).catch(() => undefined);
    },
  };
}
