import { suggestionUse } from '@hotline/application';
import type { WholeProcess } from '../integration/whole-process.ts';
import { cameAbout, type CameAbout } from './came-about.ts';
import { differences, local } from './differences.ts';
import { playRequests } from './play-requests.ts';
import { reckon } from './reckoned.ts';
import { readRecordedRequests } from './recorded-requests.ts';

/** What came of the requests of a file. */
export interface Comparison {
  /** Counts, for people. */
  readonly lines: readonly string[];
  /** Every request that was answered late, with its steps. */
  readonly late: readonly string[];
  /** Where the house and the reckoning differ; none is well. */
  readonly complaints: readonly string[];
}

/** A rung that repeats is asked again so long after it acted, not after it was planned: by and by it lags. */
const A_MINUTE = 60_000;

/**
 * Plays the requests of a file through the house, reckons what must have come of them, and compares the two. Several
 * houses, each with a clock of its own, share the requests.
 */
export async function compareRequests(
  houses: readonly WholeProcess[],
  file: string,
  { limit, say }: { readonly limit?: number | undefined; readonly say: (line: string) => void },
): Promise<Comparison> {
  const requests = await readRecordedRequests(file, limit);
  if (requests.length === 0) throw new Error(`there is no request in ${file}`);
  const lanes = await Promise.all(
    houses.map(async (whole, lane) => {
      const own = requests.filter((_, index) => index % houses.length === lane);
      const name = houses.length > 1 ? `house ${lane + 1}: ` : '';
      const played = await playRequests(whole, own, (line) => say(`${name}${line}`));
      const use = await suggestionUse(whole.city.as('director'), {});
      return { ...played, ...(await cameAbout(whole.city, played)), use };
    }),
  );
  const sum = (of: (lane: (typeof lanes)[number]) => number): number => lanes.reduce((all, lane) => all + of(lane), 0);
  const lag = Math.max(...lanes.map((lane) => lane.lag));
  const slack = 2 * lag + A_MINUTE;
  const of = new Map(lanes.flatMap((lane) => [...lane.of]));
  const reckoned = await reckon(file, { limit, slack });
  const complaints: string[] = [];
  if (of.size !== reckoned.size) complaints.push(`${of.size} requests were played, ${reckoned.size} reckoned`);
  for (const [id, came] of of) {
    const owed = reckoned.get(id);
    const found = owed ? differences(came, owed, { slack }) : ['not reckoned'];
    complaints.push(...found.map((what) => `request ${id}, case ${came.caseNumber}: ${what}`));
  }
  const all = [...of.values()];
  const late = all.filter((one) => one.late);
  const reckonedLate = [...reckoned.values()].filter((one) => one.late).length;
  const [inTime, rated] = [sum(({ rate }) => rate.count), sum(({ rate }) => rate.of)];
  if (rated !== all.length || inTime !== all.length - late.length)
    complaints.push(`the rates count ${inTime} of ${rated} in time, the ledger ${all.length - late.length}`);
  return {
    complaints,
    late: late.toSorted((left, right) => left.due - right.due).map(stepsOf),
    lines: [
      `${all.length} requests, played ${lanes[0]?.years.years} years later, at most ${(lag / 1_000).toFixed(1)} s behind`,
      `in time ${all.length - late.length}, late ${late.length}; reckoned late ${reckonedLate}`,
      `special reports that went out by themselves: ${all.filter(({ reported }) => reported).length}`,
      `of ${sum(({ use }) => use.assigned)} assigned with a suggestion beside, its first unit was taken ${sum(({ use }) => use.unit.first)} times, one of three ${sum(({ use }) => use.unit.amongThree)}`,
      'rungs that acted, and as reckoned (those within the slack of an end are in both or in either):',
      ...counted(
        all,
        [...reckoned.values()].flatMap(({ rungs }) => rungs),
      ),
      complaints.length === 0 ? 'The house and the reckoning agree.' : `They differ in ${complaints.length} points:`,
    ],
  };
}

interface Named {
  readonly subject: string;
  readonly rung: string;
}

function counted(all: readonly CameAbout[], reckoned: readonly Named[]): string[] {
  const name = ({ subject, rung }: Named): string => `${subject}:${rung}`;
  const count = (rungs: readonly Named[]): Map<string, number> =>
    new Map([...Map.groupBy(rungs, name)].map(([key, found]) => [key, found.length]));
  const [acted, owed] = [count(all.flatMap(({ rungs }) => rungs)), count(reckoned)];
  return [...new Set([...acted.keys(), ...owed.keys()])]
    .toSorted()
    .map(
      (key) => `  ${key.padEnd(32)}${String(acted.get(key) ?? 0).padStart(6)}${String(owed.get(key) ?? 0).padStart(8)}`,
    );
}

function stepsOf({ caseNumber, due, replied, rungs }: CameAbout): string {
  const steps = Map.groupBy(rungs, ({ subject, rung }) => `${subject}:${rung}`);
  const told = [...steps].map(([step, times]) => (times.length === 1 ? step : `${step} ×${times.length}`));
  return `${caseNumber} due ${local(due)}, replied ${local(replied)}: ${told.join(', ')}`;
}
