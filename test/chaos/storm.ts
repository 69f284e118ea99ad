import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOfFault, PARTS } from './fault/fault.ts';
import { drawSchedule } from './fault/schedule.ts';
import { Weather } from './fault/weather.ts';
import { Book } from './people/book.ts';
import { gather } from './people/everybody.ts';
import type { Surroundings } from './people/person.ts';
import { Town } from './people/town.ts';
import { plant, type PlantName } from './plant.ts';
import { type Complaint } from './reckoning/complaint.ts';
import { ACTED_WITHIN, DRAINED_WITHIN, seconds, watchDrain } from './reckoning/drain.ts';
import { reckon } from './reckoning/reckon.ts';
import { fakeClock } from './system/fake-clock.ts';
import { smallDisk } from './system/small-disk.ts';
import { startStormSystem, type StormSystem } from './system/storm-system.ts';

export interface StormOptions {
  readonly seed: number;
  readonly seconds: number;
  /** Keep the folder also when all is well. */
  readonly keep: boolean;
  /** People only, no faults. */
  readonly calm: boolean;
  readonly plants: readonly PlantName[];
  readonly secondsPerWorkingDay: number;
  readonly openCases: number;
  /** Where book, schedule, logs and databases of this storm lie. */
  readonly folder: string;
}

/** How a storm ended: one line, and what must not be. */
export interface Verdict {
  readonly line: string;
  readonly complaints: readonly Complaint[];
  /** Where the faults were planted, by name. */
  readonly planted: readonly string[];
}

/** Plays one storm from the first process to the verdict; nothing of it runs any more when it returns or throws. */
export async function playStorm(
  options: StormOptions,
  say: (what: string) => void,
  signal: AbortSignal,
): Promise<Verdict> {
  const { seed, folder } = options;
  mkdirSync(folder, { recursive: true });
  const schedule = options.calm ? [] : drawSchedule(seed, options.seconds);
  writeFileSync(
    join(folder, 'schedule.json'),
    JSON.stringify(
      schedule.map(({ fault, ...when }) => ({ ...when, fault: nameOfFault(fault) })),
      undefined,
      2,
    ),
  );
  const disk = schedule.some(({ fault }) => fault.kind === 'disk') ? await smallDisk(join(folder, 'disk')) : undefined;
  const clock = schedule.some(({ fault }) => fault.kind === 'clock') ? fakeClock(folder) : undefined;
  const cluster = join(disk?.folder ?? folder, 'postgres');
  let system: StormSystem | undefined;
  let isWell = false;
  try {
    signal.throwIfAborted();
    const began = performance.now();
    system = await startStormSystem({ folder, cluster, clock, secondsPerWorkingDay: options.secondsPerWorkingDay });
    say(
      `seed ${seed}: the system is up after ${seconds(performance.now() - began)}, ${schedule.length} faults to come`,
    );
    const weather = new Weather({ system, disk, clock, say });
    const verdict = await storm(options, { system, weather, schedule, say, signal });
    isWell = verdict.complaints.length === 0;
    return verdict;
  } finally {
    await system?.stop();
    const forgotten = isWell && !options.keep;
    await disk?.unmount(forgotten ? undefined : join(folder, 'postgres'));
    if (forgotten) rmSync(folder, { recursive: true, force: true });
  }
}

interface Scene {
  readonly system: StormSystem;
  readonly weather: Weather;
  readonly schedule: ReturnType<typeof drawSchedule>;
  readonly say: (what: string) => void;
  readonly signal: AbortSignal;
}

async function storm(options: StormOptions, scene: Scene): Promise<Verdict> {
  const { system, weather, schedule, say, signal } = scene;
  const { seed } = options;
  const book = new Book(join(options.folder, 'book.jsonl'));
  const around: Surroundings = {
    url: system.url,
    seed,
    book,
    town: new Town(),
    workingDay: options.secondsPerWorkingDay * 1_000,
    openCases: options.openCases,
    sendsTwice: () => weather.twice,
    say: (what) => say(`    ${what}`),
  };
  const people = await gather(around);
  const end = AbortSignal.any([signal, AbortSignal.timeout(options.seconds * 1_000)]);
  await Promise.all([weather.play(schedule, signal), ...people.map((person) => person.work(end))]);
  signal.throwIfAborted();
  say(`seed ${seed}: the storm is over`);
  const drain = await watchDrain(system.plain.databaseUrl, weather.calmFrom, say);
  const planted: string[] = [];
  const used = new Set<string>();
  for (const name of options.plants) {
    const register = () => people[0]?.registerNow() ?? Promise.reject(new Error('nobody is there'));
    planted.push(`${name}: ${await plant(name, { system, book, register, used })}`);
  }
  const patience = options.plants.length > 0 ? 15_000 : Math.max(10_000, DRAINED_WITHIN - (drain.drainedAfter ?? 0));
  const reckoning = await reckon(system, book, weather.fallen, patience);
  const complaints = [...drain.complaints, ...reckoning.complaints];
  const deaths = PARTS.flatMap((name) =>
    system.parts[name].deaths > 0 ? [`${name} ${system.parts[name].deaths}`] : [],
  );
  const line = [
    `${book.count('acknowledged')} acknowledged, ${book.count('refused')} refused, ${book.count('unknown')} unanswered`,
    `${reckoning.streams} streams, ${reckoning.events} events, ${reckoning.rungs} rungs`,
    `${reckoning.mails} mails (${reckoning.mailsAgain} again)`,
    `${weather.fallen.length} faults`,
    `drained in ${said(drain.drainedAfter)} (≤ ${seconds(DRAINED_WITHIN)}), overdue acted in ${said(drain.actedAfter)} (≤ ${seconds(ACTED_WITHIN)})`,
    ...(deaths.length > 0 ? [`died by themselves: ${deaths.join(', ')}`] : []),
    ...(weather.skipped.size > 0 ? [`skipped: ${[...weather.skipped].join(', ')}`] : []),
  ].join('; ');
  return { line, complaints, planted };
}

const said = (milliseconds: number | undefined): string =>
  milliseconds === undefined ? 'never' : seconds(milliseconds);
