import type { StreamSignal } from '@hotline/contracts-process';
import type { FollowingEvents } from './stream-signals.ts';

/** Well below what Temporal takes in one call (2 MB of payload). */
const SIGNAL_IN_CHARACTERS = 400_000;

/** Parts a stream's events, in order, into as few signals as their size allows; what fell together arrives together. */
export function inSignals(events: readonly StreamSignal[]): FollowingEvents[] {
  const signals: [StreamSignal, ...StreamSignal[]][] = [];
  let characters = 0;
  for (const event of events) {
    const size = JSON.stringify(event).length;
    const open = signals.at(-1);
    if (open && characters + size <= SIGNAL_IN_CHARACTERS) open.push(event);
    else signals.push([event]);
    characters = signals.at(-1) === open ? characters + size : size;
  }
  return signals;
}
