import type { StreamSignal } from '@hotline/contracts-process';
import type { TrainingClock } from './training-clock.ts';

/**
 * The outbox as one relay sees it: streams with events that a workflow must fold, noted in the transaction of the event
 * itself. Each call is a transaction of its own, committed when it returns: none spans a call to Temporal. What a relay
 * whose lease has run out still says changes nothing.
 */
export interface OutboxStore {
  /**
   * Leases up to `limit` streams that wait, oldest first, for so many milliseconds. Left out are streams leased by
   * anybody, put off, or dead; rows that another relay locks are skipped.
   */
  lease(limit: number, leaseMilliseconds: number): Promise<string[]>;
  /** The stream's undelivered events, in number order. */
  read(stream: string): Promise<StreamSignal[]>;
  /** The clocks of a training case and of its meetings and reports, by the stream of any of them. */
  trainingClocks(stream: string): Promise<TrainingClock[]>;
  /** Events up to and with this number were delivered; what came meanwhile keeps waiting. Gives the lease back. */
  delivered(stream: string, throughNumber: number): Promise<void>;
  /**
   * Gives the lease back and puts the stream off by so many milliseconds.
   *
   * @returns how often its first undelivered event was refused, this time included when it counts
   */
  postponed(stream: string, milliseconds: number, countsRefusal: boolean): Promise<number>;
  /** A dead letter: nobody delivers the stream until a person acts, whose task is made here. The reason is a code. */
  dead(stream: string, eventNumber: number, reason: string): Promise<void>;
}

/** What rings when the outbox was written to; the relay looks by itself too, so a lost ring only costs time. */
export interface OutboxBell {
  /** Calls `ring` at each writing, until it is stopped. */
  listen(ring: () => void): Promise<{ stop(): Promise<void> }>;
}
