import { LEDGER_CHANNEL, listenToChannel } from '@hotline/persistence';

/** Who follows the ledger, and where it is. */
export interface LedgerFollowing {
  readonly databaseUrl: string;
  /** A stream has changed. */
  readonly changed: (stream: string) => void;
  /** The connection is back after it was lost: something may have been missed. */
  readonly missed: () => void;
  /** The connection was lost; it is made again by itself. */
  readonly lost: (error: unknown) => void;
}

/** Tells of every change of the ledger as it is committed, until it is stopped; on a connection of its own. */
export function followLedger({ databaseUrl, changed, missed, lost }: LedgerFollowing): { stop(): Promise<void> } {
  return listenToChannel({ databaseUrl, channel: LEDGER_CHANNEL, heard: changed, missed, lost });
}
