import { readFileSync } from 'node:fs';
import { type CommandResult, runCommand } from './run-command.ts';

/** The gates, each an npm script of the root, the slowest first. */
const gates = ['types', 'lint', 'layers', 'packages', 'words', 'format:check'];

/**
 * Runs every gate at once, prints each with its time as it ends and then what the failed ones said. Ends with code 1
 * when one failed, also when its script is missing.
 */
async function main(): Promise<void> {
  const started = performance.now();
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const results = await Promise.all(
    gates.map(async (gate) => {
      const result = await runCommand(scripts[gate] ?? `echo 'package.json has no script ${gate}' && exit 1`);
      console.log(line(gate, result));
      return { gate, ...result };
    }),
  );
  const failed = results.filter(({ code }) => code !== 0);
  for (const { gate, output } of failed) console.error(`\n--- ${gate} ---\n${output.trimEnd()}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\ncheck: ${results.length - failed.length} of ${results.length} gates passed in ${seconds} s`);
  if (failed.length > 0) process.exitCode = 1;
}

function line(gate: string, { code, output, milliseconds }: CommandResult): string {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const seconds = (milliseconds / 1000).toFixed(1).padStart(5);
  return `${code === 0 ? 'ok  ' : 'FAIL'} ${gate.padEnd(13)}${seconds} s  ${code === 0 ? last : ''}`.trimEnd();
}

await main();
