import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
const SAY_AGAIN_AFTER = 30_000;

/**
 * Tries until it works, saying at first and every half minute what does not.
 *
 * @param what a sentence's end: `reach Temporal at localhost:7233`
 * @throws the signal's reason when it comes
 */
export async function untilItWorks<Result>(
  what: string,
  work: () => Promise<Result>,
  { signal, logger }: { readonly signal: AbortSignal; readonly logger: Logger },
): Promise<Result> {
  let said = -Infinity;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (performance.now() - said > SAY_AGAIN_AFTER) {
        said = performance.now();
        logger.warn({ because: reasonOf(error) }, `cannot ${what}; trying again every few seconds`);
      }
    }
    await sleep(pause, undefined, { signal });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
