import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { programFolder } from '../../infra/local/bootstrap/cache.mjs';
import { readChaosOptions, USAGE, type ChaosOptions } from './options.ts';
import { COMPLAINTS, type Complaint } from './reckoning/complaint.ts';
import { playStorm, type Verdict } from './storm.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const SECONDS_PER_WORKING_DAY = 3;
const OPEN_CASES = 12;

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
  process.on(signal, () => stop.abort(new Error('stopped')));
process.channel?.unref();

process.exitCode = await main(process.argv.slice(2));
process.exit();

/** `npm run chaos`: storms by number, a verdict for each. */
async function main(args: string[]): Promise<number> {
  let options: ChaosOptions;
  try {
    options = readChaosOptions(args);
  } catch (error) {
    console.log(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  await build();
  const waiting = [...options.seeds];
  const failed: number[] = [];
  const lane = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined && !stop.signal.aborted; seed = waiting.shift())
      if (!(await play(seed, options))) failed.push(seed);
  };
  await Promise.all(Array.from({ length: options.parallel }, lane));
  if (stop.signal.aborted) return 130;
  const played = options.seeds.length;
  console.log(
    `\n${played - failed.length} of ${played} storms ended well${failed.length > 0 ? `; not: ${failed.join(', ')}` : ''}`,
  );
  return failed.length === 0 ? 0 : 1;
}

async function play(seed: number, options: ChaosOptions): Promise<boolean> {
  const folder = join(
    programFolder(),
    '..',
    'chaos',
    `seed-${seed}-${new Date().toISOString().replaceAll(/[:.]/g, '')}`,
  );
  const say = options.quiet ? () => undefined : (what: string) => console.log(`${seed}| ${what}`);
  const own = { secondsPerWorkingDay: SECONDS_PER_WORKING_DAY, openCases: OPEN_CASES, folder };
  try {
    const verdict = await playStorm({ seed, ...options, ...own }, say, stop.signal);
    tell(seed, verdict, folder, options);
    return verdict.complaints.length === 0;
  } catch (error) {
    if (!stop.signal.aborted) console.log(`seed ${seed}: could not be played, see ${folder}:`, error);
    return false;
  }
}

function tell(seed: number, { line, complaints, planted }: Verdict, folder: string, options: ChaosOptions): void {
  console.log(`seed ${seed}: ${line}`);
  for (const where of planted) console.log(`  planted ${where}`);
  if (complaints.length === 0) {
    console.log(`seed ${seed}: all is well: lost 0, doubled 0, stuck 0`);
    return;
  }
  for (const [kind, all] of Map.groupBy(complaints, (one: Complaint) => one.kind)) {
    console.log(`  ✗ ${kind} ${all.length}: ${COMPLAINTS[kind]}`);
    for (const { what } of all.slice(0, 10)) console.log(`      ${what}`);
  }
  console.log(`seed ${seed}: NOT well; its book, logs and databases are in ${folder}`);
  console.log(`  again: npm run chaos -- --seed ${seed} --seconds ${options.seconds}`);
}

/** Nx takes what has not changed from its cache. */
async function build(): Promise<void> {
  const nx = join(REPOSITORY, 'node_modules', '.bin', 'nx');
  const args = [nx, 'run-many', '-t', 'build', '-p', '@hotline/api', '@hotline/worker', '--outputStyle=static'];
  const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' };
  const child = spawn(process.execPath, args, { cwd: REPOSITORY, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('API and worker could not be built');
}
