import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInGroup } from '../processes/run-in-group.ts';
import { stages, type Stage } from '../testing/stages.ts';
import { closingLine, sumOf, type Tally } from '../testing/tally.ts';

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
  const environment: Record<string, string> = process.stdout.isTTY ? {} : { FORCE_COLOR: '0' };
  const succeeded = await runInGroup({ args: stage.args, environment, signal, within: LIMIT });
  const tally = stage.tally(succeeded);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`── ${stage.name}: ${tally.passed} ✓ ${tally.failed} ✗ (${seconds} s)`);
  return tally;
}
