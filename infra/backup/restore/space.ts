import { statfs } from 'node:fs/promises';
import { CannotRun } from '../../local/saying.ts';
import { megabytes } from '../showing-progress.ts';
import { SEGMENT_BYTES } from '../wal/wal-position.ts';
import type { Plan } from './choose-backup.ts';

/** What PostgreSQL itself wants while it recovers. */
const TO_WORK = 200_000_000;

/** Bytes that restoring a plan takes, beside everything that is there. */
export function bytesNeeded({ backup, segments }: Plan): number {
  return backup.bytes + segments.length * SEGMENT_BYTES + TO_WORK;
}

/** Bytes free for us on the disk of the folder. */
export async function bytesFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** @throws CannotRun when the disk has not the bytes */
export function insistOnSpace(folder: string, needed: number, free: number): void {
  if (free >= needed) return;
  throw new CannotRun(
    `磁盘空间不足：${folder} 需要 ${megabytes(needed)}，只有 ${megabytes(free)}。旧数据在确认前保留，请先腾出空间。`,
    `There is not enough space: ${folder} needs ${megabytes(needed)} and has ${megabytes(free)}. The old data stay until you confirm, so make room first.`,
  );
}
