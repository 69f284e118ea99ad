import { parseArgs } from 'node:util';
import { CannotRun } from '../../local/saying.ts';
import type { Moment } from './choose-backup.ts';

export const USAGE = `npm run restore -- --at 时刻 MOMENT | --confirm | --undo   [--data 目录 FOLDER]

  --at 2026-11-24T10:00:00+08:00   恢复到这一时刻（须写明时区）  to this moment, with its time zone
  --at latest    恢复到日志的末尾（数据库丢失时用）  as far as the log goes, when the database was lost
  --confirm      恢复的结果无误：删除保留的旧数据  the result is right: delete the old data that were kept
  --undo         恢复的结果不对：换回旧数据        the result is wrong: put the old data back
  --unverified   不核对台账            without verifying the ledger, where the program that does it is broken
  --data FOLDER  系统的数据目录（默认 .data）      the data folder of the system (default .data)

  BACKUP_FOLDER  备份目录（默认在数据目录的 backup 中）  where backups are kept (default: backup in the data folder)`;

/** What a person wishes of `npm run restore`. */
export interface RestoreWish {
  readonly data: string | undefined;
  readonly what:
    | { readonly do: 'restore'; readonly moment: Moment; readonly verified: boolean }
    | { readonly do: 'confirm' | 'undo' | 'help' };
}

/**
 * Reads the command line.
 *
 * @param now milliseconds
 * @throws CannotRun for a moment without a zone or in the future, TypeError for an unknown option
 */
export function readWish(args: string[], now: number): RestoreWish {
  const { values } = parseArgs({
    args,
    options: {
      at: { type: 'string' },
      confirm: { type: 'boolean', default: false },
      undo: { type: 'boolean', default: false },
      unverified: { type: 'boolean', default: false },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { data } = values;
  const wishes = [values.at !== undefined, values.confirm, values.undo].filter(Boolean).length;
  if (values.help || wishes === 0) return { data, what: { do: 'help' } };
  if (wishes > 1)
    throw new CannotRun('--at、--confirm、--undo 只能选一个。', 'Say one of --at, --confirm and --undo, not several.');
  if (values.at !== undefined)
    return { data, what: { do: 'restore', moment: momentOf(values.at, now), verified: !values.unverified } };
  return { data, what: { do: values.confirm ? 'confirm' : 'undo' } };
}

function momentOf(text: string, now: number): Moment {
  if (text === 'latest') return 'latest';
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  if (day === undefined || time === undefined)
    throw new CannotRun(
      `看不懂时刻 ${text}，应如 2026-11-24T10:00:00+08:00，或 latest。`,
      `"${text}" is not a moment. Write it as 2026-11-24T10:00:00+08:00, or say latest.`,
    );
  if (zone === undefined)
    throw new CannotRun(
      `时刻须写明时区：--at ${day}T${time}+08:00`,
      `Say the time zone, too. In China: --at ${day}T${time}+08:00`,
    );
  const milliseconds = Date.parse(`${day}T${time}${zone}`);
  if (Number.isNaN(milliseconds)) throw new CannotRun(`没有 ${text} 这个时刻。`, `There is no such moment: ${text}.`);
  if (milliseconds > now)
    throw new CannotRun(
      `${text} 还没有到。要恢复到最后：--at latest`,
      `${text} is in the future. To restore as far as the log goes: --at latest`,
    );
  return { at: new Date(milliseconds).toISOString() };
}
