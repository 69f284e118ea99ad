import type { Person } from '../integration/small-city.ts';
import type { Stages } from './stages.ts';

/** A request that the API accepts: who sends it, to what, and with which body. */
export interface ReadyRequest {
  /** Nobody needs a session to log in. */
  readonly by?: Person;
  readonly path: Readonly<Record<string, string>>;
  /** What If-Match must say. */
  readonly revision?: number;
  readonly body?: unknown;
  /** Already escaped. */
  readonly query?: string;
  /** A file, where it takes one in place of a body. */
  readonly file?: Uint8Array<ArrayBuffer>;
}

type Target = Omit<ReadyRequest, 'body'> & { readonly more?: object };
/** How a request is made ready. */
export type Made = (stages: Stages) => Promise<Target> | Target;

/** What needs nothing but somebody who asks. */
export const seenBy =
  (by: Person): Made =>
  () => ({ by, path: {} });
