import { appendFileSync } from 'node:fs';

/** How what a person did can be found again: by a mark in its words, or as the event that it must have left. */
export type Proof =
  | { readonly by: 'words'; readonly mark: string }
  | {
      readonly by: 'event';
      readonly stream: string;
      readonly type: string;
      readonly member: string;
      readonly is: string;
    };

/** Something a person did, and what he was answered in the end. */
export interface Deed {
  readonly id: string;
  readonly person: string;
  readonly what: string;
  readonly path: string;
  readonly proof: Proof;
  /** acknowledged: 2xx · refused: 4xx · unknown: no answer that says, however often he asked */
  readonly outcome: 'acknowledged' | 'refused' | 'unknown';
  readonly status?: number;
  readonly code?: string;
  /** What was wrong with a request that was not understood. */
  readonly errors?: readonly unknown[];
  /** What the answer said: the stream it is about, and its revision. */
  readonly stream?: string;
  readonly revision?: number;
  readonly tries: number;
  /** Milliseconds since the epoch, when the last answer came. */
  readonly at: number;
}

/** The people's own book of what they did, written down at once. */
export class Book {
  readonly deeds: Deed[] = [];
  /** Answers that may never be given: 5xx other than 503, two different answers to one request. */
  readonly wrongAnswers: string[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  write(deed: Deed): void {
    this.deeds.push(deed);
    appendFileSync(this.#file, `${JSON.stringify(deed)}\n`);
  }

  wrong(answer: string): void {
    this.wrongAnswers.push(answer);
    appendFileSync(this.#file, `${JSON.stringify({ wrong: answer })}\n`);
  }

  count(outcome: Deed['outcome']): number {
    return this.deeds.filter((deed) => deed.outcome === outcome).length;
  }
}
