import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem/problem-error.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;
const REVISION = /^"([0-9]{1,9})"$/;

/** The headers of a write, as the document shows them. */
export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  description: '同一键的同一请求只做一次，重发得到同样的回答 · The same key and request act once and answer the same',
  required: false,
  schema: { type: 'string' as const, minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]{1,200}$' },
};
export const IF_MATCH = {
  name: 'If-Match',
  description: '您看到的那一版的 ETag · The ETag of the revision you saw',
  required: true,
  schema: { type: 'string' as const, pattern: '^"[0-9]{1,9}"$' },
};

/** The revision the caller saw. Refuses as `precondition.missing` or `precondition.malformed`. */
export function revisionSeen(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) throw new ProblemError('precondition.missing');
  const revision = REVISION.exec(header)?.[1];
  if (revision === undefined) throw new ProblemError('precondition.malformed');
  return Number(revision);
}

/**
 * The key of a write with the digest of everything it asks: method, path, If-Match and body. Refuses a key that is not
 * 1 to 200 visible ASCII characters as `idempotency.bad-key`.
 */
export function idempotencyOf(request: FastifyRequest): { key: string; digest: string } | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !KEY.test(header)) throw new ProblemError('idempotency.bad-key');
  const asked = [request.method, request.url, request.headers['if-match'] ?? null, digestible(request.body)];
  return { key: header, digest: createHash('sha256').update(JSON.stringify(asked)).digest('hex') };
}

/** A file is known by its own digest: written out as JSON it would be many times its size. */
function digestible(body: unknown): unknown {
  return body instanceof Uint8Array ? createHash('sha256').update(body).digest('hex') : (body ?? null);
}
