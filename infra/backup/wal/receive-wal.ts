import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Replication } from '../replication.ts';
import type { WalArchive } from './wal-archive.ts';
import { positionText, SEGMENT_BYTES, segmentAt, startOfSegment } from './wal-position.ts';

/** The replication slot by which the server keeps for us what we have not written yet. Its being there is the switch. */
export const SLOT = 'hotline_backup';

const READ_AHEAD = 8 * 1024 * 1024;
const ANSWER_AT_LEAST_EVERY = 5_000;
/** Microseconds from 1970 to PostgreSQL's epoch. */
const EPOCH = 946_684_800_000_000n;
const HEADER_OF_DATA = 25;

/** Streams a line of time's WAL into the archive over one connection. */
export class WalReceiver {
  readonly #archive: WalArchive;
  readonly #timeline: number;
  readonly #incoming: { readonly at: bigint; readonly bytes: Buffer }[] = [];
  #waiting = 0;
  #asked = false;
  #ring: () => void = () => undefined;
  #file: { readonly handle: FileHandle; readonly number: bigint } | undefined;
  #written: bigint;
  #flushed: bigint;

  /** @param from the start of a segment */
  constructor(archive: WalArchive, timeline: number, from: bigint) {
    this.#archive = archive;
    this.#timeline = timeline;
    this.#written = from;
    this.#flushed = from;
  }

  /** Everything before this position is on the archive's disk. */
  get flushed(): bigint {
    return this.#flushed;
  }

  /** Receives until the server ends the stream, the connection breaks (rejects), or the signal comes. */
  async run(replication: Replication, signal: AbortSignal): Promise<void> {
    const place = `PHYSICAL ${positionText(this.#written)} TIMELINE ${this.#timeline}`;
    const { ended } = await replication.stream(`START_REPLICATION SLOT ${SLOT} ${place}`, (message) =>
      this.#take(message, replication),
    );
    let over = false;
    const end = (): void => {
      over = true;
      this.#ring();
    };
    ended.then(end, end);
    signal.addEventListener('abort', end, { once: true });
    try {
      while (!over || this.#incoming.length > 0) {
        await this.#writeAll();
        replication.resume();
        this.#answer(replication);
        if (!over && this.#incoming.length === 0) await this.#newsWithin(ANSWER_AT_LEAST_EVERY);
      }
      if (!signal.aborted) await ended;
    } finally {
      signal.removeEventListener('abort', end);
      await this.#file?.handle.close();
      this.#file = undefined;
    }
  }

  #take(message: Buffer, replication: Replication): void {
    if (message[0] === 0x77) {
      const bytes = message.subarray(HEADER_OF_DATA);
      this.#incoming.push({ at: message.readBigUInt64BE(1), bytes });
      this.#waiting += bytes.length;
      if (this.#waiting > READ_AHEAD) replication.pause();
    } else if (message[0] === 0x6b && message[17] === 1) {
      this.#asked = true;
    } else return;
    this.#ring();
  }

  async #newsWithin(milliseconds: number): Promise<void> {
    if (this.#asked) return;
    const waiting = new AbortController();
    this.#ring = () => waiting.abort();
    await sleep(milliseconds, undefined, { signal: waiting.signal }).catch(() => undefined);
    this.#ring = () => undefined;
  }

  async #writeAll(): Promise<void> {
    if (this.#incoming.length === 0) return;
    const taken = this.#incoming.splice(0);
    this.#waiting = 0;
    for (const { at, bytes } of taken) {
      if (at !== this.#written)
        throw new Error(`the server sent ${positionText(at)} instead of ${positionText(this.#written)}`);
      await this.#write(bytes);
    }
    await this.#file?.handle.datasync();
    this.#flushed = this.#written;
  }

  async #write(bytes: Buffer): Promise<void> {
    for (let rest = bytes; rest.length > 0;) {
      const number = segmentAt(this.#written);
      const offset = Number(this.#written - startOfSegment(number));
      const part = rest.subarray(0, SEGMENT_BYTES - offset);
      this.#file ??= { number, handle: await this.#archive.openPartial({ timeline: this.#timeline, number }) };
      await this.#file.handle.write(part, 0, part.length, offset);
      this.#written += BigInt(part.length);
      rest = rest.subarray(part.length);
      if (offset + part.length === SEGMENT_BYTES) await this.#completeSegment();
    }
  }

  async #completeSegment(): Promise<void> {
    if (!this.#file) return;
    const { handle, number } = this.#file;
    await handle.datasync();
    await handle.close();
    this.#file = undefined;
    await this.#archive.complete({ timeline: this.#timeline, number });
  }

  /** Tells the server what it may forget. */
  #answer(replication: Replication): void {
    this.#asked = false;
    const message = Buffer.alloc(34);
    message.write('r');
    message.writeBigUInt64BE(this.#written, 1);
    message.writeBigUInt64BE(this.#flushed, 9);
    message.writeBigUInt64BE(0n, 17);
    message.writeBigInt64BE(BigInt(Date.now()) * 1_000n - EPOCH, 25);
    replication.send(message);
  }
}
