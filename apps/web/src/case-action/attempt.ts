/** One submit of a form on its way: what is sent, under which key, upon which revision. */
export interface Attempt {
  readonly key: string;
  readonly body: unknown;
  readonly revision: number | undefined;
}

/**
 * The attempt to send now. While an earlier one was never answered, the same body goes again under its key and upon its
 * revision, so that it is done once however often it is sent; anything else is a new attempt.
 */
export function nextAttempt(unanswered: Attempt | undefined, body: unknown, revision: number | undefined): Attempt {
  if (unanswered && JSON.stringify(unanswered.body) === JSON.stringify(body)) return unanswered;
  return { key: freshKey(), body, revision };
}

/** 128 random bits; pages over plain HTTP have no `randomUUID`. */
export function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
