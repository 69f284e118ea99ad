import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { BackupFolder } from '../backup-folder.ts';
import { Replication } from '../replication.ts';
import { SLOT, WalReceiver } from './receive-wal.ts';
import { historyName, positionOf, segmentAt, startOfSegment } from './wal-position.ts';

/** Milliseconds between two looks at how far the database is. */
const LOOK_EVERY = 1_000;
const TRY_AGAIN_AFTER = 1_000;
const LOOK_FOR_SLOT_EVERY = 2_000;
const SAY_AGAIN_AFTER = 60_000;

export interface WalKeeping {
  readonly databaseUrl: string;
  readonly folder: BackupFolder;
  readonly signal: AbortSignal;
  readonly log: (sentence: string) => void;
}

/**
 * Keeps the write-ahead log of the database in the folder, some milliseconds behind it, until the signal comes. It
 * begins when the first backup has made the slot, and goes on after whatever went wrong: a backup that cannot be
 * written is said in the log, and never stops the hotline.
 */
export async function keepWal(keeping: WalKeeping): Promise<void> {
  const { signal, log } = keeping;
  let said = { what: '', at: -Infinity };
  while (!signal.aborted) {
    try {
      await keepOnce(keeping);
    } catch (error) {
      const what = (error as Error).message || (error as NodeJS.ErrnoException).code || 'unknown';
      if (!signal.aborted && (what !== said.what || performance.now() - said.at > SAY_AGAIN_AFTER)) {
        said = { what, at: performance.now() };
        log(`the WAL is not kept: ${what}; trying again every second`);
      }
    }
    await sleep(TRY_AGAIN_AFTER, undefined, { signal }).catch(() => undefined);
  }
}

/** Keeps it until a connection breaks. */
async function keepOnce({ databaseUrl, folder, signal, log }: WalKeeping): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const slot = await untilSlot(client, signal, log);
    if (slot === undefined) return;
    const replication = await Replication.connect(databaseUrl);
    try {
      const { systemId, timeline } = await replication.identify();
      await folder.insistOn(systemId);
      await takeUpLine(folder, replication, timeline, await databaseNow(client));
      const from = await beginning(folder, timeline, slot, log);
      const receiver = new WalReceiver(folder.wal, timeline, from);
      log(`keeping the WAL of line ${timeline} in ${folder.path}`);
      const over = new AbortController();
      const watching = tellReach(client, folder, timeline, receiver, over.signal).catch(() => over.abort());
      await receiver.run(replication, AbortSignal.any([signal, over.signal])).finally(() => over.abort());
      await watching;
    } finally {
      await replication.close();
    }
  } finally {
    await client.end();
  }
}

/** From where the server keeps WAL for us; waits for the first backup. A slot that was given up is made anew. */
async function untilSlot(
  client: pg.Client,
  signal: AbortSignal,
  log: (sentence: string) => void,
): Promise<bigint | undefined> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ restart_lsn: string | null; wal_status: string | null }>(
      'select restart_lsn, wal_status from pg_replication_slots where slot_name = $1',
      [SLOT],
    );
    const [slot] = rows;
    if (slot?.wal_status === 'lost') {
      log('the server could not keep the WAL any longer for want of space: there is a gap. Make a new backup now.');
      await client.query('select pg_drop_replication_slot($1)', [SLOT]);
      await client.query('select pg_create_physical_replication_slot($1, true)', [SLOT]);
    } else if (slot?.restart_lsn) {
      return positionOf(slot.restart_lsn);
    } else {
      await sleep(LOOK_FOR_SLOT_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}

async function takeUpLine(folder: BackupFolder, replication: Replication, timeline: number, now: string) {
  if (!(await folder.wal.hasHistory(timeline))) {
    const [row] = await replication.command(`TIMELINE_HISTORY ${timeline}`);
    if (!row?.['content']) throw new Error(`the server does not tell ${historyName(timeline)}`);
    await folder.wal.keepHistory(timeline, row['content']);
  }
  const lines = await folder.wal.lines();
  if (lines.at(-1)?.timeline !== timeline) await folder.wal.addLine({ at: now, timeline });
}

/** Where to go on: after the last whole segment of the line, else where the line or the slot begins. */
async function beginning(
  folder: BackupFolder,
  timeline: number,
  slot: bigint,
  log: (sentence: string) => void,
): Promise<bigint> {
  const last = (await folder.wal.segments()).findLast((segment) => segment.timeline === timeline);
  const kept = segmentAt(slot);
  const branch = (await folder.wal.ancestors(timeline)).at(-1);
  const next = last ? (last.partial ? last.number : last.number + 1n) : branch ? segmentAt(branch.until) : kept;
  if (next < kept && last)
    log(`the server has no longer all WAL since ${last.name}: there is a gap. Make a new backup now.`);
  return startOfSegment(next > kept ? next : kept);
}

/** Writes down, each second, how far what is kept goes. Rejects when the connection breaks. */
async function tellReach(
  client: pg.Client,
  folder: BackupFolder,
  timeline: number,
  receiver: WalReceiver,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ position: string; at: Date }>(
      'select pg_current_wal_flush_lsn()::text as position, clock_timestamp() as at',
    );
    const [there] = rows;
    while (there && receiver.flushed < positionOf(there.position) && !signal.aborted) await sleep(20);
    if (there && !signal.aborted)
      await folder.wal.setReach(timeline, { position: there.position, at: there.at.toISOString() });
    await sleep(LOOK_EVERY, undefined, { signal }).catch(() => undefined);
  }
}

async function databaseNow(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  return rows[0]?.now.toISOString() ?? '';
}
