import { Client } from 'pg';
import type { OutboxBell } from './outbox-store.ts';

const CONNECT_WITHIN = 5_000;
const CONNECT_AGAIN_AFTER = 2_000;

/** Hears NOTIFY on a PostgreSQL channel, on one connection of its own, and connects again when it is lost. */
export function postgresBell(databaseUrl: string, channel: string): OutboxBell {
  return {
    async listen(ring) {
      const hearing = new Hearing(databaseUrl, channel, ring);
      void hearing.connect();
      return { stop: () => hearing.stop() };
    },
  };
}

class Hearing {
  readonly #databaseUrl: string;
  readonly #channel: string;
  readonly #ring: () => void;
  #client: Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(databaseUrl: string, channel: string, ring: () => void) {
    this.#databaseUrl = databaseUrl;
    this.#channel = channel;
    this.#ring = ring;
  }

  async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.#databaseUrl,
      connectionTimeoutMillis: CONNECT_WITHIN,
      keepAlive: true,
      application_name: 'hotline-relay-bell',
    });
    this.#client = client;
    client.on('notification', () => this.#ring());
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.#channel)}`);
      this.#ring();
    } catch {
      this.#lost(client);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#again);
    await this.#client?.end().catch(() => undefined);
  }

  /** Not said aloud: the relay looks by itself meanwhile, and says what is wrong with the database. */
  #lost(client: Client): void {
    if (this.#client !== client || this.#stopped) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.#again = setTimeout(() => void this.connect(), CONNECT_AGAIN_AFTER);
  }
}
