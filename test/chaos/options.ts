import { parseArgs } from 'node:util';
import { PLANTS, type PlantName } from './plant.ts';

/** What a person wishes of `npm run chaos`. */
export interface ChaosOptions {
  readonly seeds: readonly number[];
  readonly seconds: number;
  readonly parallel: number;
  readonly keep: boolean;
  readonly calm: boolean;
  readonly quiet: boolean;
  readonly plants: readonly PlantName[];
}

export const USAGE = `npm run chaos [-- --seed N,… | --seeds N --from N] [--seconds 120] [--parallel P] [--keep] [--calm] [--quiet] [--plant NAME,…]

  --seed N,…     play these seeds
  --seeds N      play so many seeds, from --from (1) on; 3 unless told
  --seconds S    a storm lasts so long (120), before and after it some seconds for starting and coming to rest
  --parallel P   so many storms at once (1)
  --keep         keep book, logs and databases also of a storm that ended well
  --calm         people only, no faults
  --quiet        only the verdicts
  --plant NAME   plant a fault at the end, which the reckoning must see: ${Object.keys(PLANTS).join(', ')}, all`;

/** Reads the command line. @throws TypeError naming what cannot be */
export function readChaosOptions(args: string[]): ChaosOptions {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      seeds: { type: 'string', default: '3' },
      from: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '120' },
      parallel: { type: 'string', default: '1' },
      keep: { type: 'boolean', default: false },
      calm: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      plant: { type: 'string', default: '' },
    },
  });
  const from = wholeNumber('from', values.from);
  const seeds = Array.from({ length: wholeNumber('seeds', values.seeds) }, (_, index) => from + index);
  const { keep, calm, quiet } = values;
  return {
    seeds: values.seed === undefined ? seeds : values.seed.split(',').map((seed) => wholeNumber('seed', seed)),
    seconds: wholeNumber('seconds', values.seconds),
    parallel: wholeNumber('parallel', values.parallel),
    keep,
    calm,
    quiet,
    plants: plantsNamed(values.plant),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new TypeError(`--${name} must be a whole number from 1 on, not "${text}"`);
  return Number(text);
}

function plantsNamed(text: string): PlantName[] {
  const all = Object.keys(PLANTS) as PlantName[];
  if (text === 'all') return all;
  return text
    .split(',')
    .filter(Boolean)
    .map((name) => {
      const known = all.find((plant) => plant === name);
      if (!known) throw new TypeError(`there is no plant "${name}", only ${all.join(', ')}`);
      return known;
    });
}
