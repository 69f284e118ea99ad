import { createReadStream, createWriteStream } from 'node:fs';
import {
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { syncFolder, writeWhole } from '../whole-file.ts';
import { ancestorsOf, type Ancestor } from './timeline.ts';
import { historyName, SEGMENT_BYTES, segmentName, segmentNamed, type Segment } from './wal-position.ts';

const COMPLETE = '.gz';
const PARTIAL = '.partial';

/** A segment in the archive; a partial one is still being written. */
export interface KeptSegment extends Segment {
  readonly name: string;
  readonly partial: boolean;
}

/** How far the WAL of a line of time is kept: everything that was committed before `at` is in it. */
export interface Reach {
  readonly position: string;
  /** An instant of the database's clock. */
  readonly at: string;
}

/** From an instant on, the database ran on this line of time. */
export interface LineBegin {
  readonly at: string;
  readonly timeline: number;
}

/**
 * The write-ahead log, kept outside of the server: whole segments compressed (which also seals them with a checksum),
 * the one under way as it comes, filled up with zeros.
 */
export class WalArchive {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async make(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }

  /** All segments, by number and line; a complete one hides what it was while partial. */
  async segments(): Promise<KeptSegment[]> {
    const kept = new Map<string, KeptSegment>();
    for (const file of await filesIn(this.folder)) {
      const partial = file.endsWith(PARTIAL);
      if (!partial && !file.endsWith(COMPLETE)) continue;
      const name = file.slice(0, -(partial ? PARTIAL : COMPLETE).length);
      const segment = segmentNamed(name);
      if (segment && !(partial && kept.has(name))) kept.set(name, { ...segment, name, partial });
    }
    return [...kept.values()].toSorted(
      (a, b) => Number(a.number - b.number) || a.timeline - b.timeline || a.name.localeCompare(b.name),
    );
  }

  /** Opens the file of a segment under way; what it holds already stays. */
  async openPartial(segment: Segment): Promise<FileHandle> {
    const path = join(this.folder, `${segmentName(segment)}${PARTIAL}`);
    const file = await open(path, 'r+').catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return open(path, 'wx+', 0o600);
    });
    await file.truncate(SEGMENT_BYTES);
    await syncFolder(this.folder);
    return file;
  }

  /** A segment is full: it is compressed, and only then is the partial file removed. */
  async complete(segment: Segment): Promise<void> {
    const path = join(this.folder, segmentName(segment));
    const unfinished = `${path}.unfinished`;
    await pipeline(
      createReadStream(`${path}${PARTIAL}`),
      createGzip({ level: constants.Z_BEST_SPEED }),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await rename(unfinished, `${path}${COMPLETE}`);
    await syncFolder(this.folder);
    await rm(`${path}${PARTIAL}`);
  }

  /**
   * Copies a segment out, as the server wants it.
   *
   * @throws Error naming the segment when its checksum or its size is wrong
   */
  async copyOut({ name, partial }: KeptSegment, target: string): Promise<void> {
    const source = createReadStream(join(this.folder, `${name}${partial ? PARTIAL : COMPLETE}`));
    const sink = createWriteStream(target, { mode: 0o600 });
    try {
      await (partial ? pipeline(source, sink) : pipeline(source, createGunzip(), sink));
    } catch (cause) {
      throw new DamagedSegment(name, cause);
    }
    if ((await stat(target)).size !== SEGMENT_BYTES) throw new DamagedSegment(name, undefined);
  }

  /** Where a line of time branched off; none for the first. Throws when its history was not kept. */
  async ancestors(timeline: number): Promise<Ancestor[]> {
    return timeline === 1 ? [] : ancestorsOf(await readFile(join(this.folder, historyName(timeline)), 'utf8'));
  }

  async hasHistory(timeline: number): Promise<boolean> {
    return timeline === 1 || (await filesIn(this.folder)).includes(historyName(timeline));
  }

  async keepHistory(timeline: number, content: string): Promise<void> {
    await writeWhole(join(this.folder, historyName(timeline)), content);
  }

  /** The files that tell where each line branched off. */
  async histories(): Promise<string[]> {
    return (await filesIn(this.folder)).filter((file) => /^[0-9A-F]{8}\.history$/.test(file));
  }

  /** Copies a history file out and answers where to. */
  async copyHistory(name: string, target: string): Promise<string> {
    await copyFile(join(this.folder, name), target);
    return target;
  }

  async reach(timeline: number): Promise<Reach | undefined> {
    return readJson<Reach>(this.#reachFile(timeline));
  }

  /** Says how far the WAL is kept. Not flushed to disk: after a crash it is only less than what is kept. */
  async setReach(timeline: number, reach: Reach): Promise<void> {
    const path = this.#reachFile(timeline);
    await writeFile(`${path}.unfinished`, JSON.stringify(reach), { mode: 0o600 });
    await rename(`${path}.unfinished`, path);
  }

  async lines(): Promise<LineBegin[]> {
    return (await readJson<LineBegin[]>(join(this.folder, 'lines.json'))) ?? [];
  }

  async addLine(begin: LineBegin): Promise<void> {
    await writeWhole(join(this.folder, 'lines.json'), JSON.stringify([...(await this.lines()), begin], undefined, 2));
  }

  /** Removes the segments before this one, on every line of time, and answers how many they were. */
  async removeBefore(number: bigint): Promise<number> {
    const old = (await this.segments()).filter((segment) => segment.number < number);
    for (const { name } of old)
      for (const ending of [COMPLETE, PARTIAL]) await rm(join(this.folder, `${name}${ending}`), { force: true });
    return old.length;
  }

  #reachFile(timeline: number): string {
    return join(this.folder, `${historyName(timeline).replace('.history', '')}.reach.json`);
  }
}

/** A segment of the archive is not what was written. */
export class DamagedSegment extends Error {
  readonly segment: string;

  constructor(segment: string, cause: unknown) {
    super(`the WAL segment ${segment} is damaged`, { cause });
    this.segment = segment;
  }
}

async function filesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return [];
  });
}

async function readJson<Content>(path: string): Promise<Content | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw new Error(`${dirname(path)}: ${error.message}`, { cause: error });
    return undefined;
  });
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as Content);
}
