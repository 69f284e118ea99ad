import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockInstance } from '../local/instance-lock.ts';
import { CannotRun, say } from '../local/saying.ts';
import { elsewhere, placeOf, type Place } from './place.ts';
import { examineLedger } from './restore/examine.ts';
import { confirm, takeBack } from './restore/keep-aside.ts';
import { restoreTo } from './restore/restore-to.ts';
import { readWish, USAGE, type RestoreWish } from './restore/wish.ts';
import { shanghai } from './showing-progress.ts';

const NEXT = `
  下一步 next
    npm start                    启动；流程按台账重新启动  starts, and brings every workflow back from the ledger
    npm run restore -- --confirm 查看无误后删除旧数据      when all is well: deletes the old data, which were kept
    npm run restore -- --undo    不对时换回旧数据          when it is not: puts the old data back
`;

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () =>
    stop.abort(new CannotRun('已停止，原来的数据没有动。', 'Stopped. The data in use were not touched.')),
  );

process.exitCode = await main(process.argv.slice(2));
process.exit();

async function main(args: string[]): Promise<number> {
  try {
    const { data, what } = readWish(args, Date.now());
    if (what.do === 'help') {
      console.log(USAGE);
      return 0;
    }
    if (process.env['DATABASE_URL']) throw elsewhere();
    const place = placeOf(data, process.env);
    const lock = await lockInstance(place.data).catch((cause: unknown) => {
      throw cause instanceof CannotRun ? stillRunning(place, cause) : cause;
    });
    try {
      await carryOut(place, what);
    } finally {
      lock.release();
    }
    return 0;
  } catch (error) {
    if (error instanceof CannotRun) console.error(`✗ ${error.chinese}\n  ${error.message}`);
    else if (error instanceof TypeError && 'code' in error) console.error(`✗ ${error.message}\n\n${USAGE}`);
    else console.error(error);
    return 1;
  }
}

async function carryOut(place: Place, what: RestoreWish['what']): Promise<void> {
  if (what.do === 'confirm') {
    const count = await confirm(place.data);
    say(`✓ 已删除保留的旧数据（${count} 次恢复）`, `the old data of ${count} restores are deleted`);
  } else if (what.do === 'undo') {
    const at = await takeBack(place.data);
    say(
      `✓ 已换回 ${shanghai(at)} 保留的数据；npm start 会按台账重新启动流程`,
      `the data put aside then are in use again; npm start brings the workflows back from the ledger`,
    );
  } else if (what.do === 'restore') {
    const logs = join(place.data, 'log');
    await mkdir(logs, { recursive: true });
    const { moment, verified } = what;
    const examine = (url: string): Promise<void> => (verified ? examineLedger(url, logs) : Promise.resolve());
    const { plan, lastChangeAt } = await restoreTo({ place, moment, signal: stop.signal, examine });
    const to = moment === 'latest' ? '日志末尾' : shanghai(moment.at);
    say(`✓ 已恢复到 ${to}`, `restored; the last change is of ${shanghai(lastChangeAt ?? plan.backup.endedAt)}`);
    console.log(NEXT);
  }
}

function stillRunning({ data }: Place, cause: CannotRun): CannotRun {
  return new CannotRun(
    `系统还在运行，不能恢复。请先按 Ctrl-C 停止。`,
    `The system still runs on ${data}: stop it first (Ctrl-C where it was started), then restore..`,
    { cause },
  );
}
