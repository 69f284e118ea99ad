import { writeFile } from 'node:fs/promises';
import { exitOnSignal } from '@hotline/infra';
import { BenchHouse } from './house/bench-house.ts';
import { openCalibrator } from './measuring/calibration.ts';
import { readMachineFacts, type MachineFacts } from './measuring/machine-facts.ts';
import { readOptions, USAGE, type BenchOptions } from './options.ts';
import type { BenchContext, Part, PartResult } from './part.ts';
import { PARTS } from './parts.ts';
import type { BenchResults, KeptPart } from './report/bench-results.ts';
import { judge } from './report/judge.ts';
import { keepResults } from './report/keep-results.ts';
import { terminalTable } from './report/table.ts';

const NAMES = PARTS.map(({ name }) => name);

exitOnSignal();

try {
  const options = readOptions(process.argv.slice(2), NAMES);
  const results = await bench(options);
  await show(results, options);
  if (results.parts.some(({ failure }) => failure !== undefined)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 1;
}
// The servers that were started would keep this process alive; they end with it.
process.exit();

async function bench(options: BenchOptions): Promise<BenchResults> {
  const house = await BenchHouse.open(options.profile);
  const calibrator = await openCalibrator(await house.emptyDatabase());
  try {
    const machine = await readMachineFacts(house, calibrator);
    const parts: KeptPart[] = [];
    for (const part of PARTS.filter(({ name }) => options.only.length === 0 || options.only.includes(name))) {
      const played = await play(part, options, { house, calibrator }, machine);
      // Each by itself: what took an hour is not lost with what comes after it.
      if (options.keep) await keepResults({ profile: options.profile, parts: [played] }, NAMES);
      parts.push(played);
    }
    return { profile: options.profile, parts };
  } finally {
    await calibrator.close();
    await house.close();
  }
}

async function play(
  part: Part,
  options: BenchOptions,
  means: Pick<BenchContext, 'house' | 'calibrator'>,
  machine: MachineFacts,
): Promise<KeptPart> {
  const { name, title, against, knowsNoTemporal, goals } = part;
  const { profile, scale, rounds } = options;
  const say = (line: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${name}: ${line}`);
  const scaled = (count: number): number => Math.max(1, Math.round(count * scale));
  const begun = performance.now();
  say(`${title}, scale ${scale}`);
  const { result, failure } = await outcomeOf(() => part.run({ profile, scale, rounds, say, scaled, ...means }));
  if (failure !== undefined) say(`did not come to an end: ${failure}`);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  const judged = judge(goals, result).map(({ goal, verdict }) => ({ ...goal, verdict }));
  const facts = { name, title, against, scale, rounds, seconds, machine: { ...machine, at: new Date().toISOString() } };
  return {
    ...facts,
    ...(knowsNoTemporal ? { knowsNoTemporal } : {}),
    goals: judged,
    result,
    ...(failure === undefined ? {} : { failure }),
  };
}

/** One part that fails does not keep the others from being played. */
async function outcomeOf(run: () => Promise<PartResult>): Promise<{ result: PartResult; failure?: string }> {
  try {
    return { result: await run() };
  } catch (error) {
    console.error(error);
    return { result: { measures: {} }, failure: error instanceof Error ? error.message : String(error) };
  }
}

async function show(results: BenchResults, { json }: BenchOptions): Promise<void> {
  const toOutput = json === '-';
  (toOutput ? console.error : console.log)(terminalTable(results));
  if (toOutput) console.log(JSON.stringify(results, null, 2));
  else if (json !== undefined) await writeFile(json, `${JSON.stringify(results, null, 2)}\n`);
}
