import type { MikroORM } from '@mikro-orm/postgresql';
import type { Actor } from '@hotline/domain';
import type { Clock } from './clock.ts';

/** What every use case is given: the ledger, the time, and who asks. */
export interface UseCaseContext {
  readonly orm: MikroORM;
  readonly clock: Clock;
  readonly actor: Actor;
  /** The request's key, and a digest of everything it asks: the same key answers the same, once. */
  readonly idempotency?: { readonly key: string; readonly digest: string };
  /** The revision the person saw (If-Match); a case changed since is refused as `case.stale`. */
  readonly expectedRevision?: number;
}

/** The process itself, acting when a time has come. */
export const MACHINE_ACTOR: Actor = { userId: 'machine', role: 'machine' };

/** The same, for a step that is no request of its own: it is not answered for under the request's key. */
export function withoutRequest({ orm, clock, actor }: UseCaseContext): UseCaseContext {
  return { orm, clock, actor };
}
