import type { EventEnvelope } from './event-envelope.ts';
import { changeLadders, type Ladders } from './ladder.ts';

interface Folded {
  readonly head: { readonly number: number; readonly hash: string };
  readonly ladders: Ladders;
}

/** A stream's state as an event leaves it: at the event's number, with the waits that it set, held and dropped. */
export function standingAt<State extends Folded>(folded: State, { number, hash, payload }: EventEnvelope): State {
  return { ...folded, head: { number, hash }, ladders: changeLadders(folded.ladders, payload.ladders) };
}
