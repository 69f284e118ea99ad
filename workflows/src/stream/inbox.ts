import { REREAD_SIGNAL, type StreamSignal } from '@hotline/contracts-process';
import { defineSignal, setDefaultSignalHandler, setHandler } from '@temporalio/workflow';

/** The signals of a stream's workflow, kept until its main loop takes them. */
export class Inbox {
  #events: StreamSignal[] = [];
  #rereadAsked = false;
  #unknown: string | undefined;

  /** Registers the handlers; before the first await of the workflow, so that no signal is lost. */
  constructor(eventTypes: readonly string[]) {
    for (const type of eventTypes)
      setHandler(defineSignal<[StreamSignal]>(type), (event) => {
        this.#events.push(event);
      });
    setHandler(defineSignal(REREAD_SIGNAL), () => {
      this.#rereadAsked = true;
    });
    setDefaultSignalHandler((name) => {
      this.#unknown ??= name;
    });
  }

  /** Whether there is something to take. */
  get rings(): boolean {
    return this.#events.length > 0 || this.#rereadAsked || this.#unknown !== undefined;
  }

  /**
   * Fails the workflow task, which is tried again until a release knows the signal: an unknown event blocks.
   *
   * @throws Error naming the signal
   */
  refuseUnknown(): void {
    if (this.#unknown !== undefined) throw new Error(`the signal ${this.#unknown} is not known to this release`);
  }

  /** Takes the oldest event. */
  next(): StreamSignal | undefined {
    return this.#events.shift();
  }

  /** Takes the wish to read the ledger again. */
  takeReread(): boolean {
    const asked = this.#rereadAsked;
    this.#rereadAsked = false;
    return asked;
  }
}
