import { createContext, useContext, useSyncExternalStore } from 'react';

/** The Date header counts whole seconds: smaller differences say nothing. */
const UNCERTAINTY = 2_000;
const TICK = 1_000;

/** By how many milliseconds the clock of what is shown runs ahead of the server's: that of a training case does. */
export const Ahead = createContext(0);

let offset = 0;
let shown = Date.now();
let ticking: ReturnType<typeof setInterval> | undefined;
const followers = new Set<() => void>();

/** Notes what the server's clock says, so that countdowns are right on a computer whose clock is not. */
export function noteServerTime(header: string | null): void {
  const server = header ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  offset = Math.abs(difference) > UNCERTAINTY ? difference : 0;
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** The time of what is shown, read anew every second: the server's, or a training case's own. */
export function useNow(): number {
  return useSyncExternalStore(follow, () => shown) + useContext(Ahead);
}

function follow(follower: () => void): () => void {
  followers.add(follower);
  if (!ticking) {
    shown = serverNow();
    ticking = setInterval(tick, TICK);
  }
  return () => {
    followers.delete(follower);
    if (followers.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

function tick(): void {
  shown = serverNow();
  for (const follower of followers) follower();
}
