import { useSyncExternalStore } from 'react';
import { onSessionRefused } from '../api/client.ts';

let ended = false;
const followers = new Set<() => void>();

/** From now on a refusal because of the session is noticed. Called once. */
export function watchSession(): void {
  onSessionRefused(() => setEnded(true));
}

/** Whether the API has said that the session ended; false again after a new log-in. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(follow, () => ended);
}

/** A new session has begun. */
export function noteLogIn(): void {
  setEnded(false);
}

function setEnded(value: boolean): void {
  if (ended === value) return;
  ended = value;
  for (const follower of followers) follower();
}

function follow(follower: () => void): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}
