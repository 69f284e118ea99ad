import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { constants, createGzip, type Gzip } from 'node:zlib';
import pg from 'pg';
import type { Backup, BackupFacts, BackupFolder } from '../backup-folder.ts';
import { Replication } from '../replication.ts';
import { SLOT } from '../wal/receive-wal.ts';
import { SEGMENT_BYTES } from '../wal/wal-position.ts';
import { syncFolder, writeWhole } from '../whole-file.ts';
import { readManifest, type Manifest } from './backup-manifest.ts';
import { ARCHIVE, MANIFEST, unpack, type Progress } from './unpack.ts';

const LETTER = { newArchive: 0x6e, manifest: 0x6d, bytes: 0x64, progress: 0x70 } as const;

/** Told what is done now and how far it is. */
export interface BackupProgress {
  readonly copying: Progress;
  readonly checking: Progress;
}

/**
 * Copies the running cluster into the folder by PostgreSQL's own BASE_BACKUP, its manifest with it, reads the copy
 * through against the manifest, and gives it its name last: what has a name is whole. From now on the server keeps the
 * WAL for the keeper. The WAL up to the backup's end must have come, too, before it can be restored.
 *
 * @throws Error when the server cannot be reached or the disk is full
 */
export async function takeBaseBackup(url: string, folder: BackupFolder, progress: BackupProgress): Promise<Backup> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  const replication = await Replication.connect(url);
  try {
    const { systemId } = await replication.identify();
    await folder.make(systemId);
    await insistOnDefaults(client);
    await ensureSlot(client);
    const beganAt = await now(client);
    const name = beganAt.replaceAll(/[-:]/g, '').replace(/\.\d+Z$/, 'Z');
    const unfinished = folder.unfinished(name);
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    const size = await clusterSize(client);
    const copied = await copy(replication, unfinished, (done) => progress.copying(done, Math.max(size, done)));
    const { bytes } = await check(unfinished, progress.checking);
    const facts: BackupFacts = { beganAt, endedAt: await now(client), ...copied, bytes };
    await writeWhole(join(unfinished, 'backup.json'), `${JSON.stringify(facts, undefined, 2)}\n`);
    await rename(unfinished, folder.finished(name));
    await syncFolder(dirname(unfinished));
    return { name, folder: folder.finished(name), ...facts };
  } finally {
    await replication.close();
    await client.end();
  }
}

/** Reads a backup through against its manifest. */
export async function check(backup: string, onProgress: Progress): Promise<Manifest> {
  const manifest = readManifest(await readFile(join(backup, MANIFEST), 'utf8'));
  await unpack(backup, manifest, undefined, onProgress);
  return manifest;
}

async function copy(
  replication: Replication,
  target: string,
  onProgress: (done: number) => void,
): Promise<{ timeline: number; from: string; to: string }> {
  const archive = createGzip({ level: constants.Z_BEST_SPEED });
  const written = finished(archive.pipe(createWriteStream(join(target, ARCHIVE), { mode: 0o600, flush: true })));
  written.catch(() => undefined);
  const manifest: Buffer[] = [];
  let reading: 'archive' | 'manifest' = 'archive';
  let done = 0;
  const results = await replication.copyOut(
    "BASE_BACKUP (LABEL 'hotline', CHECKPOINT 'fast', WAL false, WAIT false, MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256')",
    (message) => {
      const bytes = message.subarray(1);
      if (message[0] === LETTER.manifest) reading = 'manifest';
      if (message[0] !== LETTER.bytes) return undefined;
      if (reading === 'manifest') return void manifest.push(bytes);
      onProgress((done += bytes.length));
      return Promise.race([write(archive, bytes), written]);
    },
  );
  archive.end();
  await written;
  await writeWhole(join(target, MANIFEST), Buffer.concat(manifest));
  const [[start], , [end]] = [results[0] ?? [], results[1] ?? [], results[2] ?? []];
  return { timeline: Number(start?.['tli']), from: String(start?.['recptr']), to: String(end?.['recptr']) };
}

async function write(archive: Gzip, bytes: Buffer): Promise<void> {
  if (!archive.write(bytes)) await once(archive, 'drain');
}

/** The copy is one archive, read in segments of the usual size: a built-in cluster is so. */
async function insistOnDefaults(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ segment: string; tablespaces: number }>(
    `select setting as segment, (select count(*)::int from pg_tablespace where oid > 16383) as tablespaces
     from pg_settings where name = 'wal_segment_size'`,
  );
  if (Number(rows[0]?.segment) !== SEGMENT_BYTES) throw new Error('WAL segments of another size than 16 MB');
  if (rows[0]?.tablespaces !== 0) throw new Error('tablespaces outside of the data folder are not backed up');
}

/** From here on the server keeps all WAL until the keeper has it. */
async function ensureSlot(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_replication_slots where slot_name = $1', [SLOT]);
  if (rows.length === 0) await client.query('select pg_create_physical_replication_slot($1, true)', [SLOT]);
}

async function clusterSize(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    'select sum(pg_database_size(oid))::text as bytes from pg_database',
  );
  return Number(rows[0]?.bytes ?? 0);
}

async function now(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  return rows[0]?.now.toISOString() ?? '';
}
