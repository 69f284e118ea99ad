import { openDatabase, deliveredOutbox, leaseOutbox, undeliveredEvents } from '@hotline/persistence';
import { Callers } from '../loading/callers.ts';
import type { Send } from '../loading/load.ts';
import type { BusyCity } from '../serving/busy-city.ts';
import { startApi } from '../serving/servers.ts';
import { cursorInTheMiddle, DEEP_LISTS, DESK_LISTS, type DeskList } from './desk-lists.ts';
import { PAGE } from './list-cost.ts';

/** Milliseconds of each thing asked of the API, one after another: by its name, each time it was asked. */
export type Asked = Readonly<Record<string, readonly number[]>>;

export const FIRST = 'first page: ';
export const DEEP = 'deep page: ';

const WARMING_UP = 10;
/** Streams that a relay leases at once. */
const STREAMS_AT_ONCE = 16;
const LEASE = 30_000;

/** Asks the API over a city's ledger: registers, reads, turns over every desk's lists, so many times each; then relays. */
export async function askOf(city: BusyCity, times: number, tokens: ReadonlyMap<string, string>): Promise<Asked> {
  const server = await startApi(city.databaseUrl);
  const callers = new Callers(server.port, city.known);
  try {
    const sends = new Map<string, Send>([
      ['register', callers.sender('register')],
      ['read', callers.sender('read')],
    ]);
    for (const list of DESK_LISTS) sends.set(FIRST + list.name, callers.list(pathOf(list), tokenOf(tokens, list)));
    for (const list of DEEP_LISTS) {
      const after = await cursorInTheMiddle(city.databaseUrl, list);
      sends.set(DEEP + list.name, callers.list(pathOf(list, after), tokenOf(tokens, list)));
    }
    // A server that has just begun is still being compiled, and nothing of the ledger is in memory yet.
    for (const send of sends.values()) for (let turn = 0; turn < WARMING_UP; turn++) await send();
    const asked: [string, number[]][] = [];
    for (const [name, send] of sends) asked.push([name, await timed(send, times)]);
    return Object.fromEntries([...asked, ['relay', await relay(city.databaseUrl)]]);
  } finally {
    callers.close();
    await server.stop();
  }
}

async function timed(send: Send, times: number): Promise<number[]> {
  const milliseconds: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const begun = performance.now();
    await send();
    milliseconds.push(performance.now() - begun);
  }
  return milliseconds;
}

/** What a relay does in the database for what was registered: leases, reads, takes back; milliseconds for each round of streams. */
async function relay(databaseUrl: string): Promise<number[]> {
  const orm = await openDatabase(databaseUrl);
  const owner = 'bench';
  const milliseconds: number[] = [];
  try {
    for (;;) {
      const begun = performance.now();
      const streams = await leaseOutbox(orm.em.fork(), owner, STREAMS_AT_ONCE, LEASE);
      if (streams.length < STREAMS_AT_ONCE) return milliseconds;
      await Promise.all(
        streams.map(async (stream) => {
          const events = await undeliveredEvents(orm.em.fork(), stream);
          await deliveredOutbox(orm.em.fork(), owner, stream, events.at(-1)?.number ?? 0);
        }),
      );
      milliseconds.push(performance.now() - begun);
    }
  } finally {
    await orm.close();
  }
}

function pathOf({ input }: DeskList, after?: string): string {
  const { unitId, ...filters } = input;
  const asked = { ...filters, ...(unitId ? { unit: unitId } : {}), ...(after ? { after } : {}), limit: PAGE };
  const query = new URLSearchParams(
    Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return `/api/v1/cases?${query.toString()}`;
}

function tokenOf(tokens: ReadonlyMap<string, string>, { by }: DeskList): string {
  const token = tokens.get(by.userId);
  if (token === undefined) throw new Error(`${by.userId} is not logged in`);
  return token;
}
