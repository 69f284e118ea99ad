import type { Instant } from '../../instant.ts';

/** One line of why a deadline is what it is. `code` is stable; the sentences are for people. */
export interface DeadlineLine {
  readonly code: string;
  /** The instant the line is about; of a `due` line, the deadline itself. */
  readonly at?: Instant;
  readonly zh: string;
  readonly en: string;
}

/** The lines of one deadline: an assignment's (`a1`), or the citizen's own clock (`citizen`). */
export interface DeadlineExplanation {
  readonly subject: string;
  readonly lines: readonly DeadlineLine[];
}
