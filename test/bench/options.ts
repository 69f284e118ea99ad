import { parseArgs } from 'node:util';
import type { Profile } from './part.ts';

/** What the command line asks of the bench. */
export interface BenchOptions {
  /** Names of parts, in the order in which they are played; empty for all. */
  readonly only: readonly string[];
  /** A file for the one object with all results, or `-` for the standard output. */
  readonly json?: string;
  readonly profile: Profile;
  readonly scale: number;
  readonly rounds: number;
  /** Whether the results go to docs/bench/. */
  readonly keep: boolean;
}

export const USAGE = `npm run bench -- [--only NAME[,NAME]] [--profile local|cluster] [--scale 1] [--rounds 5] [--json FILE|-] [--[no-]keep]

  --only      plays these parts alone
  --profile   the Temporal: local is the development server, cluster the production server on PostgreSQL
  --scale     the size, 1 is what the goals speak of (1,000 and 10,000 cases)
  --rounds    rounds of what is compared
  --json      one object with everything, to a file or (-) to the standard output
  --keep      writes the results to docs/bench/; by itself at scale 1 only`;

/** Reads the arguments. @throws Error with a sentence for what is wrong */
export function readOptions(args: readonly string[], parts: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      only: { type: 'string' },
      json: { type: 'string' },
      profile: { type: 'string', default: 'local' },
      scale: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '5' },
      keep: { type: 'boolean' },
    },
  });
  const only = (values.only ?? '').split(',').filter((name) => name !== '');
  const unknown = only.find((name) => !parts.includes(name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}"; there are ${parts.join(', ')}.`);
  const { profile } = values;
  if (profile !== 'local' && profile !== 'cluster') throw new Error(`--profile is local or cluster, not "${profile}".`);
  const scale = positive('--scale', values.scale);
  return {
    only,
    ...(values.json === undefined ? {} : { json: values.json }),
    profile,
    scale,
    rounds: Math.ceil(positive('--rounds', values.rounds)),
    keep: values.keep ?? scale === 1,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${name} is a number above 0, not "${text}".`);
  return value;
}
