import type { HotlineAttributes, StreamSignal } from '@hotline/contracts-process';
import type { Ladders } from '@hotline/domain';

/** What every stream's state has. */
export interface StreamState {
  readonly head: { readonly number: number; readonly hash: string };
  readonly ladders: Ladders;
}

/** How a stream stands, in words for a reader of the Temporal UI. Chinese, markdown, nothing of a citizen. */
export interface StreamStanding {
  readonly stage: string;
  /** Who must act, and until when; a line each. */
  readonly waitingFor: readonly string[];
}

/** Streams that a stream opens, each with a workflow of its own. */
export interface Openings<State> {
  /** The stream that an event opens. */
  readonly openedBy: (event: StreamSignal) => string | undefined;
  /** Whether it is open still, so that nothing ended is started again. */
  readonly isOpen: (state: State, stream: string) => boolean;
}

/** What makes a workflow out of a kind of stream; the engine is the same for all. */
export interface StreamDefinition<State extends StreamState> {
  /** Every type of event of such a stream: the names of its signals. */
  readonly eventTypes: readonly string[];
  /** The fold, chosen by the `rulesVersion` that the stream's first event pins (DESIGN, section 5). */
  readonly evolve: Readonly<Record<number, (state: State | undefined, event: StreamSignal) => State>>;
  /** Search attributes, but for the rung: the engine knows that. */
  readonly attributes: (state: State) => HotlineAttributes;
  /** Whether the search attribute shows that this rung was climbed; every rung unless told. */
  readonly isShown?: (state: State, rung: string) => boolean;
  readonly standing: (state: State) => StreamStanding;
  readonly openings?: Openings<State>;
}
