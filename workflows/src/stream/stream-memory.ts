import type { StreamSignal } from '@hotline/contracts-process';
import { GENESIS, MACHINE, type Consequences, type RungActed } from '@hotline/domain';
import type { StreamDefinition, StreamState } from './stream-definition.ts';

/** How an event fits: folded now, known before, or not what should come next. */
export type Fit = 'folded' | 'known' | 'differs';

/** What a workflow remembers of its stream: the fold of the ledger, and nothing that the ledger does not hold. */
export class StreamMemory<State extends StreamState> {
  readonly #definition: StreamDefinition<State>;
  #state: State | undefined;
  #evolve: ((state: State | undefined, event: StreamSignal) => State) | undefined;
  #hashes: string[] = [];
  #climbed = new Map<string, RungActed>();
  #opened = new Set<string>();

  constructor(definition: StreamDefinition<State>) {
    this.#definition = definition;
  }

  get state(): State | undefined {
    return this.#state;
  }

  /** The number of the last event folded; 0 before the first. */
  get head(): number {
    return this.#hashes.length;
  }

  /** Streams that were opened and are open still. */
  get openStreams(): string[] {
    const state = this.#state;
    if (!state) return [];
    return [...this.#opened].filter((stream) => this.#definition.openings?.isOpen(state, stream));
  }

  /** The latest rung climbed of the waits that still run or are held, of those that are shown. */
  get rung(): string | undefined {
    const state = this.#state;
    if (!state) return undefined;
    const { running, held } = state.ladders;
    let latest: RungActed | undefined;
    for (const acted of this.#climbed.values()) {
      if (this.#definition.isShown?.(state, acted.rung) === false) continue;
      const ladder = running[acted.subject] ?? held[acted.subject];
      if (ladder?.term === acted.term && (!latest || latest.plannedAt <= acted.plannedAt)) latest = acted;
    }
    return latest?.rung;
  }

  /** Whether this very event was folded. */
  knows(event: StreamSignal): boolean {
    return this.#hashes[event.number - 1] === event.hash;
  }

  /**
   * Folds an event when number and hash agree with what was folded before.
   *
   * @throws Error for an event type or a rules version that this release does not know: it blocks, it is never skipped
   */
  take(event: StreamSignal): Fit {
    if (this.knows(event)) return 'known';
    const before = this.#hashes.at(-1) ?? GENESIS;
    if (event.number !== this.head + 1 || event.previousHash !== before) return 'differs';
    this.#evolve ??= this.#rulesOf(event);
    this.#state = this.#evolve(this.#state, event);
    this.#hashes.push(event.hash);
    if (event.type === 'RungActed') this.#climb(event.payload as RungActed);
    const opened = this.#definition.openings?.openedBy(event);
    if (opened) this.#opened.add(opened);
    return 'folded';
  }

  /** Drops everything, to read the ledger again from event 1. */
  forget(): void {
    this.#state = undefined;
    this.#evolve = undefined;
    this.#hashes = [];
    this.#climbed = new Map();
    this.#opened = new Set();
  }

  #climb(acted: RungActed): void {
    this.#climbed.set(acted.subject, acted);
  }

  #rulesOf(first: StreamSignal): (state: State | undefined, event: StreamSignal) => State {
    const { rulesVersion } = first.payload as { rulesVersion?: number };
    const evolve = this.#definition.evolve[rulesVersion ?? 0];
    if (!evolve)
      throw new Error(`the rules version ${String(rulesVersion)} of ${first.stream} is not known to this release`);
    return evolve;
  }
}

/** Whether an event carries notices that must be sent, to people of the house or to citizens. */
export function carriesNotice(event: StreamSignal): boolean {
  const { effects = [] } = event.payload as Consequences;
  return effects.some(({ code }) => code.startsWith('notice:') || code.startsWith('tell:'));
}

export function isByPerson(event: StreamSignal): boolean {
  return event.by !== MACHINE;
}
