import { runInGroup } from '../processes/run-in-group.ts';
import { DEEP_SUITES } from '../testing/deep-suites.ts';

process.exitCode = await main(process.argv.slice(2));
process.exit();

/** `npm run test:deep [-- NAME...]`: what `npm test` only tries for a while, for hours. Every suite is run, also after one failed. */
async function main(wanted: string[]): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => stop.abort());
  process.channel?.unref();
  const unknown = wanted.find((name) => !(name in DEEP_SUITES));
  if (unknown !== undefined) {
    console.log(`没有这一项：${unknown}  There is no "${unknown}", only: ${Object.keys(DEEP_SUITES).join(', ')}`);
    return 2;
  }
  if (!(await runInGroup({ args: ['--run', 'build'], signal: stop.signal }))) return 1;
  const failed: string[] = [];
  for (const [name, suite] of Object.entries(DEEP_SUITES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const began = performance.now();
    console.log(`\n── ${name}`);
    if (!(await runInGroup({ ...suite, signal: stop.signal }))) failed.push(name);
    if (stop.signal.aborted) return 130;
    console.log(
      `── ${name}: ${failed.includes(name) ? '✗' : '✓'} (${Math.round((performance.now() - began) / 1000)} s)`,
    );
  }
  console.log(failed.length === 0 ? '\n全部通过  all passed' : `\n未通过  failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}
