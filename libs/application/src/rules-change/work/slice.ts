/** What a run has come to after a piece of its work. */
export interface Slice {
  readonly done: boolean;
  /** The last stream that was looked at. */
  readonly place: string;
  readonly total: number;
  readonly looked: number;
  readonly touched: number;
  readonly untouched: number;
  readonly tally: object;
}

/** So long a piece of work goes on: short enough to be repeated, and for a local activity (ADR 0006). */
const MILLISECONDS = 1_500;

/** Whether a piece of work that begins now has time for more; for the first part always. */
export function isTimeLeft(): () => boolean {
  const end = performance.now() + MILLISECONDS;
  let first = true;
  return () => {
    const left = first || performance.now() < end;
    first = false;
    return left;
  };
}

/**
 * Asks for the next page while this one is worked at, so that the database and the worker work at the same time. What
 * fails is thrown when it is awaited, and at no other time.
 */
export function ahead<Answer>(asked: Promise<Answer>): Promise<Answer> {
  asked.catch(() => undefined);
  return asked;
}
