import { parseArgs } from 'node:util';
import { exitOnSignal, startPostgres } from '@hotline/infra';
import { migrateTemplate } from '../../infra/jest/migrated-template.ts';
import { WholeProcess } from '../integration/whole-process.ts';
import { compareRequests } from './compare-requests.ts';

const USAGE = `npm run real-requests -- FILE.csv [--limit N] [--houses 2] [--steps]

  FILE.csv   columns id, title, text, asked_at, replied_at
  --limit    the first so many of its requests alone
  --houses   so many play side by side, each with a clock of its own and its share of the requests
  --steps    every late request with the steps that were taken`;

exitOnSignal();

process.exitCode = await main(process.argv.slice(2));
// The servers that were started would keep this process alive; they end with it.
process.exit();

/** Exit code 0: the house and the reckoning agree; 1: they do not; 2: the command was not understood. */
async function main(args: string[]): Promise<number> {
  const asked = read(args);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  const postgres = await startPostgres();
  try {
    const template = await migrateTemplate(postgres);
    const houses: WholeProcess[] = [];
    for (let house = 0; house < asked.houses; house++)
      houses.push(await WholeProcess.start(undefined, await postgres.createDatabase(template)));
    const say = (line: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
    const { file, limit, steps } = asked;
    const { lines, late, complaints } = await compareRequests(houses, file, { limit, say });
    if (steps) for (const line of late) console.log(line);
    for (const line of lines) console.log(line);
    for (const complaint of complaints) console.log(`✗ ${complaint}`);
    return complaints.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(error);
    return 1;
  }
}

interface Asked {
  readonly file: string;
  readonly limit: number | undefined;
  readonly houses: number;
  readonly steps: boolean;
}

function read(args: string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        limit: { type: 'string' },
        houses: { type: 'string', default: '2' },
        steps: { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    const limit = values.limit === undefined ? undefined : Number(values.limit);
    const houses = Number(values.houses);
    const isCount = (value: number): boolean => Number.isInteger(value) && value > 0;
    if (file === undefined || more.length > 0 || !isCount(houses) || (limit !== undefined && !isCount(limit)))
      return undefined;
    return { file, limit, houses, steps: values.steps };
  } catch {
    return undefined;
  }
}
