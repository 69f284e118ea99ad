import { CannotRun } from '../../local/saying.ts';
import type { Backup, BackupFolder } from '../backup-folder.ts';
import { shanghai } from '../showing-progress.ts';
import { isPast, walPath, type Ancestor } from '../wal/timeline.ts';
import type { KeptSegment, LineBegin } from '../wal/wal-archive.ts';
import { positionOf, segmentName } from '../wal/wal-position.ts';

/** A moment to restore to, or as far as the WAL goes. */
export type Moment = { readonly at: string } | 'latest';

/** From what a moment is restored. */
export interface Plan {
  readonly backup: Backup;
  /** The line of time on which the moment lies. */
  readonly timeline: number;
  /** The WAL to replay, in order. */
  readonly segments: readonly KeptSegment[];
  /** As far as the WAL of the line is kept. */
  readonly reachesTo: string;
}

/**
 * Chooses the newest backup before the moment on the line of time that the database ran on at that moment, and the WAL
 * after it.
 *
 * @throws CannotRun, with what can be done instead, when there is no backup before the moment, the WAL does not reach it
 *   or has a gap
 */
export async function choosePlan(folder: BackupFolder, moment: Moment): Promise<Plan> {
  const backups = await folder.backups();
  if (backups.length === 0)
    throw new CannotRun(
      `${folder.path} 中没有备份。备份若在别处，请用 BACKUP_FOLDER 指定。`,
      `There is no backup in ${folder.path}. If it is elsewhere, name the folder: BACKUP_FOLDER=FOLDER`,
    );
  const timeline = lineAt(await folder.wal.lines(), moment) ?? backups[0]?.timeline ?? 1;
  const line = { timeline, ancestors: await folder.wal.ancestors(timeline) };
  const backup = newestBefore(backups, line, moment);
  const reach = await folder.wal.reach(timeline);
  if (moment !== 'latest' && (reach === undefined || reach.at < moment.at))
    throw new CannotRun(
      `日志只保存到 ${reach ? shanghai(reach.at) : '备份结束'}。要恢复到那里：npm run restore -- --at latest`,
      `The WAL is kept until ${reach?.at ?? backup.endedAt}, not until ${moment.at}. To restore as far as it goes: npm run restore -- --at latest`,
    );
  const kept = await folder.wal.segments();
  const { segments, gap } = walPath(positionOf(backup.from), line, kept);
  if (gap !== undefined || segments.length === 0) throw gapAt(gap ?? segmentName({ timeline, number: 0n }), backups);
  const byName = new Map(kept.map((segment) => [segment.name, segment]));
  return {
    backup,
    timeline,
    segments: segments.flatMap((name) => byName.get(name) ?? []),
    reachesTo: reach?.at ?? backup.endedAt,
  };
}

/** The line of time that the database ran on at the moment; undefined before any was written down. */
function lineAt(lines: readonly LineBegin[], moment: Moment): number | undefined {
  const begun = moment === 'latest' ? lines.at(-1) : lines.findLast(({ at }) => at <= moment.at);
  return (begun ?? lines[0])?.timeline;
}

function newestBefore(
  backups: readonly Backup[],
  line: { readonly timeline: number; readonly ancestors: readonly Ancestor[] },
  moment: Moment,
): Backup {
  const usable = backups.filter((one) => isPast(line, { timeline: one.timeline, position: positionOf(one.to) }));
  const found = usable.findLast(({ endedAt }) => moment === 'latest' || endedAt <= moment.at);
  if (found) return found;
  const first = usable[0] ?? backups[0];
  const earliest = first === undefined ? '' : shanghai(new Date(Date.parse(first.endedAt) + 999).toISOString());
  throw new CannotRun(
    `在那一时刻之前没有备份。最早可以恢复到 ${earliest}。更早的备份若在别处，请用 BACKUP_FOLDER 指定。`,
    `There is no backup before that moment. The earliest moment that can be restored is ${earliest}. If older backups lie elsewhere: BACKUP_FOLDER=FOLDER`,
  );
}

function gapAt(segment: string, backups: readonly Backup[]): CannotRun {
  const names = backups.map(({ endedAt }) => shanghai(endedAt)).join(', ');
  return new CannotRun(
    `日志缺少 ${segment} 一段，无法恢复到那一时刻。可以从其他备份恢复，或恢复到缺口之前。`,
    `The WAL lacks the segment ${segment}, so that moment cannot be reached from the backup before it. Put the file back, or choose a moment before the gap, soon after one of the backups: ${names}`,
  );
}
