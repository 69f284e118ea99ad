import { say } from '../local/saying.ts';
import type { BackupFolder } from './backup-folder.ts';
import { megabytes, shanghai } from './showing-progress.ts';
import { walPath } from './wal/timeline.ts';
import { positionOf } from './wal/wal-position.ts';

/** Tells a person which backups there are and to which moments they reach. */
export async function listBackups(folder: BackupFolder): Promise<void> {
  const backups = await folder.backups();
  if (backups.length === 0) {
    say(`${folder.path} 中没有备份`, `there are no backups in ${folder.path}: npm run backup`);
    return;
  }
  for (const { name, endedAt, bytes } of backups)
    say(`${name}  ${megabytes(bytes)}`, `moments after ${shanghai(endedAt)}`);
  const timeline = (await folder.wal.lines()).at(-1)?.timeline ?? backups.at(-1)?.timeline ?? 1;
  const reach = await folder.wal.reach(timeline);
  if (reach) {
    const behind = Math.max(0, (Date.now() - Date.parse(reach.at)) / 1_000).toFixed(1);
    say(`日志保存到 ${shanghai(reach.at)}`, `the WAL is kept until then, ${behind} s ago`);
  }
  const [oldest] = backups;
  if (!oldest) return;
  const line = { timeline, ancestors: await folder.wal.ancestors(timeline) };
  const { gap } = walPath(positionOf(oldest.from), line, await folder.wal.segments());
  if (gap !== undefined)
    say(`✗ 日志有缺口：${gap}`, `the WAL lacks this segment: moments after it need a backup made after it`);
}
