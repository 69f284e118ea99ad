import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const LARGEST = 10 * 1024 * 1024;

/** The log of one part, `.data/log/PART.log`; one older file is kept beside it. */
export interface LogFile {
  readonly path: string;
  /** A descriptor for a child's output; to be closed by `close` once the child has it. */
  open(): { readonly descriptor: number; close(): void };
  /** The last lines since the last `open`, at most `count`. */
  lastLines(count?: number): string;
}

/** The log file of a part in the folder; nothing is written before `open`. */
export function logFile(folder: string, part: string): LogFile {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${part}.log`);
  let from = 0;
  return {
    path,
    open() {
      if (sizeOf(path) > LARGEST) renameSync(path, `${path}.1`);
      const descriptor = openSync(path, 'a');
      writeSync(descriptor, `--- ${new Date().toISOString()} ${part}\n`);
      from = sizeOf(path);
      return { descriptor, close: () => closeSync(descriptor) };
    },
    lastLines(count = 12) {
      const said = stripVTControlCharacters(readFileSync(path).subarray(from).toString('utf8')).trimEnd();
      return said.split('\n').slice(-count).join('\n');
    },
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
