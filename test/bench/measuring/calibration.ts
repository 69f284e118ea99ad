import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { median } from './spread.ts';

/** How fast the machine is at this moment. */
export interface Calibration {
  /** Milliseconds of a fixed piece of computing. */
  readonly computing: number;
  /** Commits a second, each flushed to disk before the next begins. */
  readonly commits: number;
}

export interface Calibrator {
  measure(): Promise<Calibration>;
  close(): Promise<void>;
}

/** What is looked at several times, some time apart, a passing disturbance does not change. */
const LOOKS = 6;
const BETWEEN_LOOKS = 250;
const PIECES = 5;
const HASHES_OF_A_PIECE = 60;
const COMMITS = 150;
/** Milliseconds in which the processes that a round has stopped go away. */
const SETTLING = 2_000;
const BLOCK = Buffer.alloc(256 * 1_024, 'hotline');
/** A round between two calibrations that differ by more than this is not believed. */
const BELIEVED_UP_TO = 0.15;

/** A calibrator on the database that is measured; it needs a table of its own. */
export async function openCalibrator(databaseUrl: string): Promise<Calibrator> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table if not exists calibration (n bigint generated always as identity, words text)');
  return {
    async measure() {
      await pause(SETTLING);
      // What a round has left to be written does not belong to the machine.
      await client.query('checkpoint');
      const looks = { computing: [] as number[], commits: [] as number[] };
      for (let look = 0; look < LOOKS; look++) {
        looks.computing.push(...computing());
        looks.commits.push(...(await commits(client)));
        await pause(BETWEEN_LOOKS);
      }
      return { computing: median(looks.computing), commits: 1_000 / median(looks.commits) };
    },
    close: () => client.end(),
  };
}

/** By how much two calibrations differ, as a share of the better one: of computing or of commits, whichever is more. */
export function differenceOf(before: Calibration, after: Calibration): number {
  const share = (left: number, right: number): number => Math.abs(left - right) / Math.min(left, right);
  return Math.max(share(before.computing, after.computing), share(before.commits, after.commits));
}

/** Whether what was measured between the two can be believed. */
export function isSteady(before: Calibration, after: Calibration): boolean {
  return differenceOf(before, after) <= BELIEVED_UP_TO;
}

/** Milliseconds of each piece. */
function computing(): number[] {
  return Array.from({ length: PIECES }, () => {
    const begun = performance.now();
    for (let turn = 0; turn < HASHES_OF_A_PIECE; turn++) createHash('sha256').update(BLOCK).digest();
    return performance.now() - begun;
  });
}

/** Milliseconds of each commit. */
async function commits(client: pg.Client): Promise<number[]> {
  const each: number[] = [];
  for (let turn = 0; turn < COMMITS; turn++) {
    const begun = performance.now();
    await client.query("insert into calibration (words) values ('a commit that reaches the disk')");
    each.push(performance.now() - begun);
  }
  return each;
}
