import { Client } from 'pg';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

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
}

/** Listens on a connection of its own to what is announced on a channel, and connects again when it is lost. */
export function listenToChannel(listening: ChannelListening): { stop(): Promise<void> } {
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE;
  let ended = false;

  async function connect(): Promise<void> {
    const fresh = new Client({
      connectionString: listening.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: `hotline-${listening.channel}`,
    });
    client = fresh;
    fresh.on('error', (error) => lose(fresh, error));
    fresh.on('end', () => lose(fresh, undefined));
    fresh.on('notification', ({ payload }) => payload && listening.heard(payload));
    try {
      await fresh.connect();
      await fresh.query(`listen ${listening.channel}`);
      if (pause > FIRST_PAUSE) listening.missed();
      pause = FIRST_PAUSE;
    } catch (error) {
      lose(fresh, error);
    }
  }

  function lose(lost: Client, error: unknown): void {
    if (client !== lost || ended) return;
    client = undefined;
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
      await client?.end().catch(() => undefined);
    },
  };
}
