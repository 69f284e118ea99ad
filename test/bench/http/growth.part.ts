import { measureByTurns, notesOfRounds, type Rounds } from '../measuring/rounds.ts';
import { overRounds, pairedRatio, quantile } from '../measuring/spread.ts';
import type { Measure, Part } from '../part.ts';
import { DESK_LISTS, DEEP_LISTS, cursorInTheMiddle } from './growing/desk-lists.ts';
import { askOf, DEEP, FIRST, type Asked } from './growing/growth-side.ts';
import { rowsLookedAt } from './growing/list-cost.ts';
import { logIn, makeBusyCity, type BusyCity } from './serving/busy-city.ts';
import { openWatchedDatabase } from './serving/statement-log.ts';

const SMALL = 10_000;
const LARGE = 1_000_000;
/** Open cases are as many in a large ledger as in a small one. */
const WAITING = 500;
const TIMES = 100;
const SLOWER = 1.3;

const slower = (name: string, says = name) => ({
  measure: `${name}, large / small`,
  says,
  bound: 'at most' as const,
  value: SLOWER,
});

/** The same API over a ledger a hundred times as long. */
export const growthPart: Part = {
  name: 'growth',
  title: 'From 10,000 to 1,000,000 closed cases in the ledger',
  against: 'itself',
  knowsNoTemporal: true,
  goals: [
    slower('register'),
    slower('read'),
    slower('first pages', 'the first pages of every list of the desks, added up'),
    slower('deep pages', 'pages in the middle of the ledger, added up'),
    slower('relay', 'what the relay does in the database'),
    { measure: 'slowest page, large', says: 'p95 of the slowest page of any list', bound: 'at most', value: 100 },
  ],
  async run(context) {
    const { house, say } = context;
    const grow = (closed: number): Promise<BusyCity> => makeBusyCity(house, { closed, waiting: WAITING, say });
    const cities = { small: await grow(context.scaled(SMALL)), large: await grow(context.scaled(LARGE)) };
    const times = Math.max(20, Math.round(TIMES * Math.min(1, context.scale)));
    const sides = Object.entries(cities).map(([name, city]) => ({
      name,
      measure: async () => askOf(city, times, await logInAll(city)),
    }));
    const rounds = await measureByTurns(sides, context);
    return {
      measures: measuresOf(rounds),
      counters: { ...(await rowsOf('small', cities.small)), ...(await rowsOf('large', cities.large)) },
      notes: [...NOTES, ...notesOfRounds(rounds)],
    };
  },
};

const NOTES = [
  'Both ledgers stay from round to round: a million cases are not made anew for each. 84 % were answered at the desk, the others went to eight units; 500 wait for a unit in either.',
  'One caller asks one thing after another; what is compared is the median time of each, added up for pages of lists. The API has its relay off: the relay is measured alone, for what it does in the database.',
  'The closed cases are copies of cases played through the use cases, each with its number, ids, words and hash chain: the ledger verifies. Their days have no weekends.',
];

async function logInAll({ databaseUrl }: BusyCity): Promise<Map<string, string>> {
  const people = new Set(DESK_LISTS.map(({ by }) => by.userId));
  const tokens = new Map<string, string>();
  for (const userId of people) tokens.set(userId, await logIn(databaseUrl, userId));
  return tokens;
}

function measuresOf(rounds: Rounds<Asked>): Record<string, Measure> {
  const medianOf = (side: string, name: string): number[] =>
    rounds.kept.map((round) => quantile(round[side]?.[name] ?? [], 0.5));
  const names = Object.keys(rounds.kept[0]?.['large'] ?? {});
  const together = (side: string, beginning: string): number[] =>
    names
      .filter((name) => name.startsWith(beginning))
      .map((name) => medianOf(side, name))
      .reduce((sums, values) => sums.map((sum, round) => sum + (values[round] ?? Number.NaN)));
  const measures: Record<string, Measure> = {
    'first pages, large / small': pairedRatio(together('large', FIRST), together('small', FIRST)),
    'deep pages, large / small': pairedRatio(together('large', DEEP), together('small', DEEP)),
    'slowest page, large': overRounds(
      rounds.kept.map((round) =>
        Math.max(...names.filter(isPage).map((name) => quantile(round['large']?.[name] ?? [], 0.95))),
      ),
      'ms',
    ),
  };
  for (const name of names) {
    measures[`${name}, large / small`] = pairedRatio(medianOf('large', name), medianOf('small', name));
    measures[`${name}, large`] = overRounds(medianOf('large', name), 'ms');
  }
  return measures;
}

const isPage = (name: string): boolean => name.startsWith(FIRST) || name.startsWith(DEEP);

/** How many rows PostgreSQL looks at for a page of each list. */
async function rowsOf(size: string, { databaseUrl }: BusyCity): Promise<Record<string, number>> {
  const database = await openWatchedDatabase(databaseUrl);
  const rows: Record<string, number> = {};
  try {
    for (const list of DESK_LISTS)
      rows[`rows looked at, ${FIRST}${list.name}, ${size}`] = await rowsLookedAt(database, list);
    for (const list of DEEP_LISTS) {
      const after = await cursorInTheMiddle(databaseUrl, list);
      rows[`rows looked at, ${DEEP}${list.name}, ${size}`] = await rowsLookedAt(database, list, after);
    }
    return rows;
  } finally {
    await database.orm.close();
  }
}
