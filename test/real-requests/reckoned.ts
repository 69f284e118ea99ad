import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A step the hotline owed: when, and when its wait ended; milliseconds since the epoch, in the time of the file. */
export interface ReckonedRung {
  readonly subject: string;
  readonly rung: string;
  readonly at: number;
  readonly end: number;
}

/** What a request must have come to, reckoned apart from the house. */
export interface Reckoned {
  readonly due: number;
  readonly replied: number;
  readonly late: boolean;
  /** When the special report would go out by itself. */
  readonly reportAt: number;
  readonly rungs: readonly ReckonedRung[];
}

const SCRIPT = new URL('reckon.py', import.meta.url).pathname;
/** The table as it comes from its package, read past the house's own calendar. */
const HOLIDAYS = new URL(import.meta.resolve('chinese-days/dist/chinese-days.json')).pathname;
const MUCH = 2 ** 29;

/** Has `reckon.py` reckon, by request. @throws Error when there is no python3 */
export async function reckon(
  file: string,
  { limit, slack }: { readonly limit?: number | undefined; readonly slack: number },
): Promise<Map<string, Reckoned>> {
  const args = [SCRIPT, file, HOLIDAYS, '--slack', String(slack / 1_000)];
  if (limit !== undefined) args.push('--limit', String(limit));
  const { stdout } = await promisify(execFile)('python3', args, { maxBuffer: MUCH });
  return new Map(Object.entries(JSON.parse(stdout) as Record<string, Reckoned>));
}
