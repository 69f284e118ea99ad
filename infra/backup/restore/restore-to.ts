import { chown, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CannotRun, say } from '../../local/saying.ts';
import { postgresAccount } from '../../postgres/account.ts';
import { postgresBinaries } from '../../postgres/binaries.ts';
import { databaseUrl, endOrphanServer, type Cluster } from '../../postgres/cluster.ts';
import { postgresDataFolder } from '../../postgres/data-folder.ts';
import { readManifest } from '../base/backup-manifest.ts';
import { DamagedBackup, MANIFEST, unpack } from '../base/unpack.ts';
import { clusterFolder, type Place } from '../place.ts';
import { shanghai, shown } from '../showing-progress.ts';
import { DamagedSegment } from '../wal/wal-archive.ts';
import { SEGMENT_BYTES } from '../wal/wal-position.ts';
import { choosePlan, type Moment, type Plan } from './choose-backup.ts';
import { putInPlace } from './keep-aside.ts';
import { recover } from './recover.ts';
import { bytesFree, bytesNeeded, insistOnSpace } from './space.ts';

export interface RestoreRequest {
  readonly place: Place;
  readonly moment: Moment;
  readonly signal: AbortSignal;
  /** Looks whether the restored database is whole, before it takes the place of the old one. Rejects when it is not. */
  readonly examine: (databaseUrl: string) => Promise<void>;
}

export interface RestoreResult {
  readonly plan: Plan;
  /** When the last change that was kept had been committed. */
  readonly lastChangeAt: string | undefined;
}

/**
 * Restores the cluster of a data folder on which nothing runs: into a new folder, which takes the place of the old one
 * only when it was recovered and examined. The old one is kept aside.
 *
 * @throws CannotRun with a next step; the data in use are as they were then
 */
export async function restoreTo({ place, moment, signal, examine }: RestoreRequest): Promise<RestoreResult> {
  const { data, backups } = place;
  const plan = await choosePlan(backups, moment);
  say(
    `  用备份 ${plan.backup.name} 和其后 ${plan.segments.length} 段日志`,
    `from the backup of ${shanghai(plan.backup.endedAt)} and ${plan.segments.length} WAL segments after it`,
  );
  const account = await postgresAccount();
  const folder = await postgresDataFolder(clusterFolder(data), account);
  await endOrphanServer(folder);
  const fresh = join(dirname(folder), 'postgres.restoring');
  await rm(fresh, { recursive: true, force: true });
  insistOnSpace(dirname(folder), bytesNeeded(plan), await bytesFree(dirname(folder)));
  const cluster: Cluster = {
    folder: await postgresDataFolder(fresh, account),
    account,
    binaries: await postgresBinaries(account),
  };
  try {
    await unpackInto(cluster, plan, place, signal);
    const target = { moment, timeline: plan.timeline };
    const server = await shown('重放日志', 'replaying the WAL', () =>
      recover(cluster, target, backups.wal, join(data, 'log'), signal),
    );
    try {
      await examine(databaseUrl(server.port, 'hotline'));
    } finally {
      await server.stop();
    }
    signal.throwIfAborted();
    await putInPlace(data, folder, cluster.folder, moment === 'latest' ? plan.reachesTo : moment.at);
    return { plan, lastChangeAt: server.lastChangeAt };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function unpackInto(cluster: Cluster, plan: Plan, { backups }: Place, signal: AbortSignal): Promise<void> {
  const { folder, account } = cluster;
  const { backup, segments } = plan;
  try {
    await shown(
      '展开备份并核对校验和',
      'unpacking the backup, comparing every file with its checksum',
      async (progress) => {
        const manifest = readManifest(await readFile(join(backup.folder, MANIFEST), 'utf8'));
        await unpack(backup.folder, manifest, { folder, account }, (done, of) => {
          signal.throwIfAborted();
          progress(done, of);
        });
      },
    );
    await shown('取出日志', 'taking out the WAL', async (progress) => {
      let done = 0;
      for (const segment of segments) {
        signal.throwIfAborted();
        await handOver(await copySegment(backups, segment, folder), account);
        progress((done += SEGMENT_BYTES), segments.length * SEGMENT_BYTES);
      }
      for (const name of await backups.wal.histories())
        await handOver(await backups.wal.copyHistory(name, join(folder, 'pg_wal', name)), account);
    });
  } catch (cause) {
    throw damageOf(cause, plan) ?? cause;
  }
}

async function copySegment(
  backups: Place['backups'],
  segment: Plan['segments'][number],
  folder: string,
): Promise<string> {
  const target = join(folder, 'pg_wal', segment.name);
  await backups.wal.copyOut(segment, target);
  return target;
}

async function handOver(path: string, { uid, gid }: Cluster['account']): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

function damageOf(cause: unknown, { backup }: Plan): CannotRun | undefined {
  if (cause instanceof DamagedSegment)
    return new CannotRun(
      `日志 ${cause.segment} 损坏，无法恢复到那一时刻。原来的数据没有动。`,
      `${cause.message}. The data in use were not touched. Restore to a moment before it, or put back a copy of the file.`,
      { cause },
    );
  if (cause instanceof DamagedBackup || (cause instanceof Error && cause.message.includes('manifest')))
    return new CannotRun(
      `备份 ${backup.name} 损坏。原来的数据没有动。请把它移走，再试一次：会用更早的备份。`,
      `The backup ${backup.name} is damaged: ${cause.message}. The data in use were not touched. Move ${backup.folder} away and try again: an older one is taken then.`,
      { cause },
    );
  return undefined;
}
