import type { StreamSignal } from '@hotline/contracts-process';

/** A stream's events after a number, in order. */
export interface StreamEvents {
  readonly events: readonly StreamSignal[];
}

/** What the ledger has of a stream. */
export interface StreamRead extends StreamEvents {
  /** Whether notices of the stream wait to be sent. */
  readonly unsent: boolean;
}

/** The use cases that the process asks for: the only door from activities to the application. */
export interface ProcessPort {
  /** All events of a stream after a number. Throws `*.not-found` for a stream that the ledger does not know. */
  readStream(input: { readonly stream: string; readonly after: number }): Promise<StreamRead>;
  /**
   * The machine acts on a rung: `key` names it, `at` is the workflow's own time (an instant). Answers every event after
   * `after`, also when the rung was overtaken and when asked again.
   */
  actOnStream(input: {
    readonly stream: string;
    readonly key: string;
    readonly at: string;
    readonly after: number;
  }): Promise<StreamEvents>;
  /** Sends the stream's unsent notices; throws `notice.undelivered` while temporary failures remain. */
  deliverNotices(input: { readonly stream: string }): Promise<unknown>;
  /** An action failed for good: makes a task for a person. A repeat makes no second one. */
  reportFailedAction(input: { readonly stream: string; readonly key: string; readonly code: string }): Promise<unknown>;
  /** Writes and sends the task digests that are due at an instant; answers when the next are. */
  sendTaskDigests(input: { readonly at: string }): Promise<{ readonly nextAt: string }>;
  /** Tells of the callers who are not called back by an instant; answers when to look again. */
  watchMissedCalls(input: { readonly at: string }): Promise<{ readonly nextAt: string }>;
  /** Sees to the stays that end soon or have ended by an instant; answers when to look again. */
  watchStays(input: { readonly at: string }): Promise<{ readonly nextAt: string }>;
  /** Opens the sessions of the joint conference that are due to be prepared; answers when to look again. */
  openConferences(input: { readonly at: string }): Promise<{ readonly nextAt: string }>;
}
