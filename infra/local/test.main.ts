import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { send } from '../processes/ending.ts';
import { stages, type Stage } from '../testing/stages.ts';
import { closingLine, sumOf, type Tally } from '../testing/tally.ts';
import { REPOSITORY } from './repository.ts';

const HARD = 10_000;
const LIMIT = 25 * 60_000;

process.exitCode = await main(process.argv.slice(2));
process.exit();

/** `npm test [-- STAGE...]`: every stage is run, also after one failed, and the sum is said at the end. */
async function main(wanted: string[]): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => stop.abort());
  process.channel?.unref();
  const results = mkdtempSync(join(tmpdir(), 'hotline-results-'));
  try {
    const all = stages(results);
    const unknown = wanted.find((name) => !all.some((stage) => stage.name === name));
    if (unknown !== undefined) {
      console.log(
        `没有这一步：${unknown}  There is no stage "${unknown}", only: ${all.map(({ name }) => name).join(', ')}`,
      );
      return 2;
    }
    const tallies: Tally[] = [];
    for (const stage of all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      tallies.push(await run(stage, stop.signal));
      if (stop.signal.aborted) return 130;
    }
    const sum = sumOf(tallies);
    console.log(`\n${closingLine(sum)}`);
    return sum.failed === 0 ? 0 : 1;
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

async function run(stage: Stage, signal: AbortSignal): Promise<Tally> {
  const began = performance.now();
  console.log(`\n── ${stage.name}`);
  const succeeded = await runCommand(stage.args, signal);
  const tally = stage.tally(succeeded);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`── ${stage.name}: ${tally.passed} ✓ ${tally.failed} ✗ (${seconds} s)`);
  return tally;
}

function runCommand(args: readonly string[], signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const colour = process.stdout.isTTY ? {} : { FORCE_COLOR: '0' };
    const env = { ...process.env, ...colour, TZ: 'Asia/Shanghai', NX_DAEMON: 'false', NX_NO_CLOUD: 'true' };
    const child = spawn(process.execPath, args, {
      cwd: REPOSITORY,
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const group = child.pid === undefined ? undefined : -child.pid;
    const stop = (): void => {
      if (group === undefined) return;
      send(group, 'SIGTERM');
      setTimeout(() => send(group, 'SIGKILL'), HARD).unref();
    };
    // A loop that never yields is stopped by no limit of a test.
    const limit = setTimeout(() => {
      console.log(`超时 ${LIMIT / 60_000} 分钟  ended after ${LIMIT / 60_000} minutes`);
      stop();
    }, LIMIT);
    signal.addEventListener('abort', stop);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      clearTimeout(limit);
      signal.removeEventListener('abort', stop);
      resolve(code === 0);
    });
  });
}
