import { useSyncExternalStore } from 'react';

const PROBE_PAUSE = 3_000;

let isLost = false;
let probe: ReturnType<typeof setTimeout> | undefined;
const followers = new Set<() => void>();
const restored = new Set<() => void>();

/** Something answered: the connection is there. Whoever waited for it is told. */
export function noteAnswer(): void {
  if (!isLost) return;
  isLost = false;
  clearTimeout(probe);
  for (const follower of followers) follower();
  for (const follower of restored) follower();
}

/** Nothing answered: from now on it is asked every few seconds whether the house is back. */
export function noteSilence(): void {
  if (isLost) return;
  isLost = true;
  for (const follower of followers) follower();
  probe = setTimeout(askAgain, PROBE_PAUSE);
}

/** Calls back whenever the connection has come back. */
export function onConnectionRestored(follower: () => void): () => void {
  restored.add(follower);
  return () => restored.delete(follower);
}

/** Whether the API is out of reach just now. */
export function useConnectionLost(): boolean {
  return useSyncExternalStore(follow, () => isLost);
}

function follow(follower: () => void): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}

function askAgain(): void {
  fetch('/healthz', { cache: 'no-store' })
    .then((answer) => (answer.ok ? noteAnswer() : waitOn()))
    .catch(waitOn);
}

function waitOn(): void {
  if (isLost) probe = setTimeout(askAgain, PROBE_PAUSE);
}
