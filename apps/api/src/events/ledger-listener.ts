import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Client } from 'pg';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { faultOf } from '../problem/fault.ts';

/** Where the ledger tells the id of each stream it appends to. */
const LEDGER_CHANNEL = 'ledger';
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

/** What the listener hears: a stream of the ledger has changed, or something may have been missed. */
export type Heard = { readonly stream: string } | { readonly missed: true };

/**
 * Listens on one connection of its own to what the ledger appends, and connects again when it is lost; whoever follows is
 * told then that he may have missed something.
 */
@Injectable()
export class LedgerListener implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('LedgerListener');
  private readonly followers = new Set<(heard: Heard) => void>();
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private pause = FIRST_PAUSE;
  private ended = false;

  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** Calls back for everything heard from now on; answers how to stop that. */
  follow(follower: (heard: Heard) => void): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  onModuleInit(): void {
    void this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.parts.configuration.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'hotline-api-events',
    });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => payload && this.tell({ stream: payload }));
    try {
      await client.connect();
      await client.query(`listen ${LEDGER_CHANNEL}`);
      if (this.pause > FIRST_PAUSE) this.tell({ missed: true });
      this.pause = FIRST_PAUSE;
    } catch (error) {
      this.lost(client, error);
    }
  }

  private lost(client: Client, error?: unknown): void {
    if (this.client !== client || this.ended) return;
    this.client = undefined;
    this.logger.warn({
      message: 'The connection that follows the ledger is lost; connecting again.',
      fault: faultOf(error),
    });
    client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.connect(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  private tell(heard: Heard): void {
    for (const follower of this.followers) follower(heard);
  }
}
