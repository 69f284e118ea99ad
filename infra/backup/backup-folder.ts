import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotRun } from '../local/saying.ts';
import { WalArchive } from './wal/wal-archive.ts';
import { positionOf, segmentAt } from './wal/wal-position.ts';
import { writeWhole } from './whole-file.ts';

/** What a base backup says of itself, in `backup.json`. */
export interface BackupFacts {
  /** When it was begun and ended, by the database's clock: it can be restored to moments after its end. */
  readonly beganAt: string;
  readonly endedAt: string;
  readonly timeline: number;
  /** Where recovery begins to read the WAL. */
  readonly from: string;
  readonly to: string;
  /** Bytes of the cluster when unpacked. */
  readonly bytes: number;
}

/** A whole backup in the folder. */
export interface Backup extends BackupFacts {
  readonly name: string;
  readonly folder: string;
}

/** The folder of one database cluster's backups: `base/NAME/` for each base backup, `wal/` for the log after them. */
export class BackupFolder {
  readonly path: string;
  readonly wal: WalArchive;

  constructor(path: string) {
    this.path = path;
    this.wal = new WalArchive(join(path, 'wal'));
  }

  /** Makes the folder for this cluster. Throws CannotRun when it holds another one's backups. */
  async make(systemId: string): Promise<void> {
    await mkdir(join(this.path, 'base'), { recursive: true, mode: 0o700 });
    await this.wal.make();
    if ((await this.#systemId()) === undefined) await writeWhole(this.#file, `${systemId}\n`);
    await this.insistOn(systemId);
  }

  /** @throws CannotRun when the folder holds the backups of another cluster, or none were made yet */
  async insistOn(systemId: string): Promise<void> {
    const known = await this.#systemId();
    if (known === systemId) return;
    if (known === undefined)
      throw new CannotRun(
        `${this.path} 中还没有备份。请运行 npm run backup。`,
        `There are no backups in ${this.path} yet. Run: npm run backup`,
      );
    throw new CannotRun(
      `${this.path} 存放的是另一个数据库的备份。请用 BACKUP_FOLDER 指定另一目录。`,
      `${this.path} holds the backups of another database (${known}, not ${systemId}). Name another folder: BACKUP_FOLDER=FOLDER`,
    );
  }

  /** Where a new backup is written until it is whole. */
  unfinished(name: string): string {
    return join(this.path, 'base', `${name}${UNFINISHED}`);
  }

  finished(name: string): string {
    return join(this.path, 'base', name);
  }

  /** All whole backups, oldest first. */
  async backups(): Promise<Backup[]> {
    const names = await readdir(join(this.path, 'base')).catch((): string[] => []);
    const whole = names.filter((name) => !name.endsWith(UNFINISHED)).toSorted();
    return Promise.all(
      whole.map(async (name) => {
        const folder = this.finished(name);
        const facts = JSON.parse(await readFile(join(folder, 'backup.json'), 'utf8')) as BackupFacts;
        return { name, folder, ...facts };
      }),
    );
  }

  /**
   * Keeps the newest backups, and of the WAL what they need.
   *
   * @param keep how many, 1 or more
   */
  async retain(keep: number): Promise<{ backups: string[]; segments: number }> {
    for (const name of await readdir(join(this.path, 'base')))
      if (name.endsWith(UNFINISHED)) await rm(join(this.path, 'base', name), { recursive: true });
    const backups = await this.backups();
    const old = backups.slice(0, -keep);
    for (const { folder } of old) await rm(folder, { recursive: true });
    const needed = backups.slice(-keep).map(({ from }) => segmentAt(positionOf(from)));
    const first = needed.toSorted((a, b) => Number(a - b))[0];
    const segments = first === undefined ? 0 : await this.wal.removeBefore(first);
    return { backups: old.map(({ name }) => name), segments };
  }

  get #file(): string {
    return join(this.path, 'system-identifier');
  }

  async #systemId(): Promise<string | undefined> {
    const text = await readFile(this.#file, 'utf8').catch(() => undefined);
    return text?.trim();
  }
}

const UNFINISHED = '.unfinished';
