import { setTimeout as sleep } from 'node:timers/promises';
import { fastPolicy } from '@hotline/domain';

const { version, pace } = fastPolicy();

/** The policy that a demonstration needs, by its version. */
export const FAST_POLICY_VERSION = version;

/** Milliseconds of a working day under the fast policy. */
export const WORKING_DAY = (pace.kind === 'compressed' ? pace.secondsPerWorkingDay : 0) * 1_000;

/** The instant that lies so many working days from now. */
export function inWorkingDays(days: number): string {
  return new Date(Date.now() + days * WORKING_DAY).toISOString();
}

/** Waits so many working days. */
export async function workingDays(days: number): Promise<void> {
  await sleep(days * WORKING_DAY);
}

/** Waits until an instant has come. */
export async function untilInstant(instant: string): Promise<void> {
  await sleep(Math.max(0, Date.parse(instant) - Date.now()) + 50);
}

/**
 * Looks again and again until something is there.
 *
 * @param within milliseconds
 * @throws Error saying what did not come
 */
export async function until<Found>(
  what: string,
  within: number,
  look: () => Promise<Found | undefined>,
): Promise<Found> {
  const end = performance.now() + within;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`${what} did not come within ${Math.round(within / 1_000)} s`);
    await sleep(200);
  }
}
