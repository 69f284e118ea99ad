import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { followLedger } from '@hotline/application';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { faultOf } from '../problem/fault.ts';

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
  private following: { stop(): Promise<void> } | undefined;

  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** Calls back for everything heard from now on; answers how to stop that. */
  follow(follower: (heard: Heard) => void): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  onModuleInit(): void {
    this.following = followLedger({
      databaseUrl: this.parts.configuration.databaseUrl,
      changed: (stream) => this.tell({ stream }),
      missed: () => this.tell({ missed: true }),
      lost: (error) =>
        this.logger.warn({
          message: 'The connection that follows the ledger is lost; connecting again.',
          fault: faultOf(error),
        }),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.following?.stop();
  }

  private tell(heard: Heard): void {
    for (const follower of this.followers) follower(heard);
  }
}
