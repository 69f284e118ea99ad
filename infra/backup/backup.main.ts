import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotRun, say } from '../local/saying.ts';
import { takeBaseBackup } from './base/take-base-backup.ts';
import { listBackups } from './list-backups.ts';
import { placeOf, runningDatabase, type Place } from './place.ts';
import { megabytes, ShownStep } from './showing-progress.ts';
import { positionOf } from './wal/wal-position.ts';
import type { Backup } from './backup-folder.ts';

const USAGE = `npm run backup -- [--keep N] [--list] [--data 目录 FOLDER]

  --keep N       保留最近几个备份（默认 7），更早的备份和日志删除
                 how many backups are kept (default 7); older ones and the WAL before them are removed
  --list         列出备份，以及可以恢复到的时间
                 the backups that there are, and the moments that can be restored
  --data FOLDER  系统的数据目录（默认 .data）  the data folder of the system (default .data)

  BACKUP_FOLDER  备份目录（默认在数据目录的 backup 中），启动系统时也须指定；最好在另一块磁盘上
                 where backups are kept (default: backup in the data folder); set it for npm start, too`;

/** So long the log up to the end of the backup may take to come. */
const WAL_WITHIN = 60_000;

process.exitCode = await main(process.argv.slice(2));
process.exit();

async function main(args: string[]): Promise<number> {
  try {
    const wish = readWish(args);
    if (wish === undefined) {
      console.log(USAGE);
      return 0;
    }
    const place = placeOf(wish.data, process.env);
    if (wish.list) await listBackups(place.backups);
    else await backUp(place, wish.keep);
    return 0;
  } catch (error) {
    if (error instanceof CannotRun) console.error(`✗ ${error.chinese}\n  ${error.message}`);
    else if (error instanceof TypeError && 'code' in error) console.error(`✗ ${error.message}\n\n${USAGE}`);
    else console.error(error);
    return 1;
  }
}

function readWish(args: string[]): { data: string | undefined; keep: number; list: boolean } | undefined {
  const { values } = parseArgs({
    args,
    options: {
      keep: { type: 'string', default: '7' },
      list: { type: 'boolean', default: false },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1)
    throw new CannotRun('--keep 须为 1 以上的整数。', '--keep must be a whole number, 1 or more.');
  return { data: values.data, keep, list: values.list };
}

async function backUp(place: Place, keep: number): Promise<void> {
  const url = await runningDatabase(place, process.env);
  const copying = new ShownStep('复制数据库', 'copying the database');
  let checking: ShownStep | undefined;
  const backup = await takeBaseBackup(url, place.backups, {
    copying: copying.progress,
    checking: (done, of) => {
      if (!checking) copying.end();
      checking ??= new ShownStep('逐个文件核对校验和', 'comparing every file with its checksum');
      checking.progress(done, of);
    },
  });
  checking?.end();
  await untilRestorable(place, backup);
  const { backups, segments } = await place.backups.retain(keep);
  if (backups.length > 0)
    say(
      `  ✓ 删除旧备份 ${backups.length} 个、日志 ${segments} 段`,
      `removed ${backups.length} old backups, ${segments} WAL segments`,
    );
  say(
    `✓ 备份 ${backup.name}（${megabytes(backup.bytes)}）在 ${backup.folder}`,
    `the backup; from now on every change is kept there too, within a second`,
  );
}

/** A backup is worth something only with the log that was written while it was made. */
async function untilRestorable({ backups }: Place, { timeline, to }: Backup): Promise<void> {
  const step = new ShownStep('备份期间的日志已保存', 'the WAL of the backup is kept');
  const until = performance.now() + WAL_WITHIN;
  for (;;) {
    const reach = await backups.wal.reach(timeline);
    if (reach && positionOf(reach.position) >= positionOf(to)) return step.end();
    if (performance.now() > until) break;
    await sleep(200);
  }
  throw new CannotRun(
    '备份已复制，但日志没有随之保存，因此还不能恢复。请看数据目录的 log/backup.log，再运行一次 npm run backup。',
    `The copy is made, but the WAL does not follow, so it cannot be restored yet. Look into log/backup.log of the data folder (was BACKUP_FOLDER the same for npm start?), then run npm run backup again.`,
  );
}
