import { databaseClock, findSimilarRequests } from '@hotline/application';
import { openDatabase } from '@hotline/persistence';
import pg from 'pg';
import { quantile } from '../measuring/spread.ts';
import type { BenchContext, Part } from '../part.ts';
import { growRequests } from './grow-requests.ts';
import { drawer, tell, tellOf } from './tellings.ts';

const SEARCHES = 1_000;
const WARMING = 30;

/** 相似诉求 beside a new request: how long the desk waits for it, in a ledger of a million requests. */
export const similarPart: Part = {
  name: 'similar',
  title: 'Similar open requests, found among 1,000,000',
  against: 'the desk’s patience: 150 ms',
  knowsNoTemporal: true,
  goals: [
    { measure: 'p95, one in twenty open', says: 'p95 with 50,000 of 1,000,000 open', bound: 'at most', value: 150 },
    { measure: 'p95, all open', says: 'p95 with all 1,000,000 open within the window', bound: 'at most', value: 150 },
    { measure: 'found', says: 'another telling of a request finds it or one like it', bound: 'at least', value: 0.95 },
  ],
  async run(context) {
    const count = context.scaled(1_000_000);
    const few = await search(context, count, Math.ceil(count / 20));
    const all = await search(context, count, count);
    const ms = (value: number) => ({ value: Math.round(value * 10) / 10, unit: 'ms' });
    return {
      measures: {
        'p95, one in twenty open': ms(quantile(few.took, 0.95)),
        'median, one in twenty open': ms(quantile(few.took, 0.5)),
        'p95, all open': ms(quantile(all.took, 0.95)),
        'median, all open': ms(quantile(all.took, 0.5)),
        'slowest, all open': ms(Math.max(...all.took)),
        found: { value: Math.min(few.found, all.found) },
      },
      notes: [...all.plan],
    };
  },
};

/** Each search is another telling of a request that is open, as the next caller would tell it. */
async function search({ house, say }: BenchContext, count: number, open: number) {
  say(`${count} requests, ${open} open`);
  const databaseUrl = await house.migratedDatabase();
  await growRequests(databaseUrl, { count, open, say });
  const asked = await openOnes(databaseUrl, SEARCHES + WARMING);
  const orm = await openDatabase(databaseUrl);
  const draw = drawer(54_321);
  const took: number[] = [];
  let found = 0;
  try {
    for (const [index, one] of asked.entries()) {
      const { title, text, place } = tellOf(one, draw);
      const told = { title, text, place, categoryId: `c${one.trouble}`, callerPhone: `138${10_000_000 + index}` };
      const actor = { userId: 'bench', role: 'operator' } as const;
      const from = performance.now();
      const { items } = await findSimilarRequests({ orm, clock: databaseClock, actor }, told);
      if (index < WARMING) continue;
      took.push(performance.now() - from);
      if (items.some((item) => item.place?.startsWith(one.place) || one.place.startsWith(item.place ?? '-')))
        found += 1;
    }
    return { took, found: found / took.length, plan: await planOf(databaseUrl) };
  } finally {
    await orm.close();
  }
}

async function openOnes(databaseUrl: string, count: number): Promise<{ place: string; trouble: number }[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ place: string; category: string }>(
      `select regexp_replace(place, '[0-9]+号楼$', '') as place, category_id as category from request_trait
       where open order by md5(case_number) limit $1`,
      [count],
    );
    return rows.map(({ place, category }) => ({ place, trouble: Number(category.slice(1)) }));
  } finally {
    await client.end();
  }
}

/** How the database finds candidates, as it says itself. */
async function planOf(databaseUrl: string): Promise<string[]> {
  const { title, place } = tell(drawer(7));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const ways = [
      ['title', `title % '${title}'`],
      [
        'words',
        `words @@ $$('${place.slice(0, 2)}' & '停水') | ('${place.slice(0, 2)}' & '小区') | ('停水' & '小区')$$::tsquery`,
      ],
    ];
    const plans = [];
    for (const [name, condition] of ways) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, buffers, costs off) select case_number from request_trait
         where open and registered_at >= now() - interval '90 days' and ${condition}`,
      );
      plans.push(`${name}: ${rows.map((row) => row['QUERY PLAN'].trim()).join(' / ')}`);
    }
    return plans;
  } finally {
    await client.end();
  }
}
