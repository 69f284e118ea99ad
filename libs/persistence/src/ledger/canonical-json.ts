import { createHash } from 'node:crypto';
import type { EventEnvelope } from '@hotline/domain';

/** JSON with sorted keys and no undefined members: equal facts give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
      : member,
  );
}

/** SHA-256 of bytes, as hex. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The canonical text of an event, and its hash. The hash covers everything but itself. */
export function seal(event: Omit<EventEnvelope, 'hash'>): { canonical: string; hash: string } {
  const { stream, number, type, at, by, payload, previousHash, actionKey } = event;
  const canonical = canonicalJson({ stream, number, type, at, by, payload, previousHash, actionKey });
  return { canonical, hash: sha256(canonical) };
}

/** The event that a row's canonical text holds. */
export function unseal(row: { readonly canonical: string; readonly hash: string }): EventEnvelope {
  return { ...(JSON.parse(row.canonical) as Omit<EventEnvelope, 'hash'>), hash: row.hash };
}
