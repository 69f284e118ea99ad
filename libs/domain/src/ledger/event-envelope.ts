import type { Instant } from '../instant.ts';
import type { Effect } from './effect.ts';
import type { LadderChanges } from './ladder.ts';

/** Who did it: a user's id, or the machine. */
export const MACHINE = 'machine';
/** The service that faxes for us, telling what became of a sheet. */
export const FAX_GATEWAY = 'fax-gateway';

/** Whether a person did it, and no machine of ours or of others. */
export function byPerson(by: string): boolean {
  return by !== MACHINE && by !== FAX_GATEWAY;
}

/** What every payload may carry beside its own facts. */
export interface Consequences {
  readonly ladders?: LadderChanges;
  readonly effects?: readonly Effect[];
}

/** A payload with its consequences; absent ones are left out so that payloads stay small. */
export function withConsequences(payload: object, { ladders, effects }: Consequences): object {
  return { ...payload, ...(ladders ? { ladders } : {}), ...(effects?.length ? { effects } : {}) };
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
