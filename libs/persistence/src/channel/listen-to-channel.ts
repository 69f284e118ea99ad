import { Client } from 'pg';
import { impatientSocket } from '../connection/impatient-socket.ts';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const SILENCE = 20_000;

/** What the database announces: a stream with something to relay, or any that changed. */
export type ListenedChannel = 'outbox' | 'ledger';

export interface ChannelListening {
  readonly databaseUrl: string;
  readonly channel: ListenedChannel;
  /** A stream's id was announced. */
  heard(stream: string): void;
  /** The connection is back after it was lost: something may have been missed. */
  missed(): void;
  /** The connection was lost; it is made again by itself. */
  lost?(error: unknown): void;
  /** A connection that does not answer so long, in milliseconds, counts as lost; 20,000 unless told. */
  readonly silence?: number;
}

/** Listens on a connection of its own to what is announced on a channel, and connects again when it is lost. */
export function listenToChannel(listening: ChannelListening): { stop(): Promise<void> } {
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE;
  let ended = false;
  const { silence = SILENCE } = listening;
  // Who only listens would not notice that nobody speaks to him any more.
  let listens: Client | undefined;
  const asking = setInterval(() => void ask(), silence / 2);

  async function ask(): Promise<void> {
    const asked = listens;
    listens = undefined;
    await asked?.query('select 1').catch(() => undefined);
    if (client === asked) listens = asked;
  }

  async function connect(): Promise<void> {
    const fresh = new Client({
      connectionString: listening.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: `hotline-${listening.channel}`,
      stream: () => impatientSocket(silence),
    });
    client = fresh;
    fresh.on('error', (error) => lose(fresh, error));
    fresh.on('end', () => lose(fresh, undefined));
    fresh.on('notification', ({ payload }) => payload && listening.heard(payload));
    try {
      await fresh.connect();
      await fresh.query(`listen ${listening.channel}`);
      listens = fresh;
      if (pause > FIRST_PAUSE) listening.missed();
      pause = FIRST_PAUSE;
    } catch (error) {
      lose(fresh, error);
    }
  }

  function lose(lost: Client, error: unknown): void {
    if (client !== lost || ended) return;
    client = undefined;
    listens = undefined;
    listening.lost?.(error);
    lost.end().catch(() => undefined);
    retry = setTimeout(() => void connect(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  void connect();
  return {
    async stop() {
      ended = true;
      clearTimeout(retry);
      clearInterval(asking);
      await client?.end().catch(() => undefined);
    },
  };
}
