import type { Instant } from '../instant.ts';
import type { Effect } from './effect.ts';
import type { LadderChanges } from './ladder.ts';

/** Who did it: a user's id, or the machine. */
export const MACHINE = 'machine';

/** What every payload may carry beside its own facts. */
export interface Consequences {
  readonly ladders?: LadderChanges;
  readonly effects?: readonly Effect[];
}

/** An event as `decide` answers it, before the ledger numbers it. */
export interface NewEvent<Type extends string = string, Payload extends object = object> {
  readonly type: Type;
  readonly payload: Payload & Consequences;
  /** Set on what the machine did: unique in its stream, so that a repeat does nothing. */
  readonly actionKey?: string;
}

/** A fact of the ledger. `hash` covers the canonical JSON of everything else, `previousHash` included. */
export interface EventEnvelope<Type extends string = string, Payload extends object = object> extends NewEvent<
  Type,
  Payload
> {
  /** The stream's id: `202601050042`, `202601050042-meeting-1`, `202601050042-report-1`. */
  readonly stream: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** The previous hash of a stream's first event. */
export const GENESIS = '0'.repeat(64);
