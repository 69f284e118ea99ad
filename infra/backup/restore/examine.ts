import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../local/repository.ts';
import { CannotRun, say } from '../../local/saying.ts';

/** Brings the restored database to this release's schema and verifies its ledger whole; what was said is in the log. Throws CannotRun when it is not. */
export async function examineLedger(databaseUrl: string, logFolder: string): Promise<void> {
  for (const [name, chinese, english] of [
    ['migrate', '数据库结构', 'the schema'],
    ['ledger-verify', '台账', 'the ledger'],
  ] as const) {
    const { code, said } = await runCommand(name, databaseUrl, join(logFolder, `restore-${name}.log`));
    const last = said.trimEnd().split('\n').at(-1) ?? '';
    if (code !== 0) throw said.includes('✗') ? notWhole(chinese, english, said) : notExamined(chinese, english, said);
    say(`  ${last.startsWith('✓') ? '' : '✓ '}${last}`, '');
  }
}

function notWhole(chinese: string, english: string, said: string): CannotRun {
  return new CannotRun(
    `恢复出来的${chinese}不完整，原来的数据没有动。请换一个更早的时刻；或加 --unverified，先用起来再查。`,
    `${english} of the restored database is not whole; the data in use were not touched. Choose an earlier moment, or say --unverified to use it all the same. It said:\n${endOf(said)}`,
  );
}

function notExamined(chinese: string, english: string, said: string): CannotRun {
  return new CannotRun(
    `恢复出来的${chinese}未能核对，原来的数据没有动。请先修好程序；或加 --unverified，不核对。`,
    `${english} of the restored database could not be examined; the data in use were not touched. Mend the release (npm ci && npm run build), or say --unverified to do without. It said:\n${endOf(said)}`,
  );
}

function endOf(said: string): string {
  return said.trimEnd().split('\n').slice(-8).join('\n');
}

async function runCommand(name: string, databaseUrl: string, log: string): Promise<{ code: number; said: string }> {
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [join(REPOSITORY, 'apps/command/src/main.ts'), name], {
    cwd: REPOSITORY,
    env: { ...process.env, DATABASE_URL: databaseUrl, TZ: 'Asia/Shanghai', FORCE_COLOR: '0' },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code: code ?? 1, said: readFileSync(log, 'utf8') };
}
