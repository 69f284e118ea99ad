import { REREAD_SIGNAL, type StreamSignal } from '@hotline/contracts-process';
import { defineSignal, setDefaultSignalHandler, setHandler } from '@temporalio/workflow';

/**
 * The signals of a stream's workflow, kept until its main loop takes them. A signal is named after its first event and
 * may carry those that follow.
 */
export class Inbox {
  #events: StreamSignal[] = [];
  #rereadAsked = false;
  #unknown: string | undefined;

  /** Registers the handlers; before the first await of the workflow, so that no signal is lost. */
  constructor(eventTypes: readonly string[]) {
    for (const type of eventTypes)
      setHandler(defineSignal<StreamSignal[]>(type), (...events) => {
        this.#events.push(...events);
        this.#unknown ??= events.find((event) => !eventTypes.includes(event.type))?.type;
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

  /** Whether the stream's first event has come, so that nothing needs to be read from the ledger. */
  get beginsTheStream(): boolean {
    return this.#events[0]?.number === 1;
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
