import type { FastifyInstance } from 'fastify';
import { ATTACHMENT_LIMITS } from '@hotline/application';
import { ProblemError } from '../problem/problem-error.ts';

/** The media type in which a file's bytes are sent, whatever they are: their type is told by their content. */
export const FILE_BODY = 'application/octet-stream';
const TAKES_FILES = /\/attachments(?:\?|$)/;

/** Takes bytes where a file is brought, and nowhere else: there they are refused before they are read. */
export function acceptFiles(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, _, payload, done) => {
    const type = request.headers['content-type'] ?? '';
    const isFile = type.toLowerCase().startsWith(FILE_BODY);
    if (isFile && !TAKES_FILES.test(request.url)) return done(new ProblemError('request.media-type'));
    return done(null, payload);
  });
  fastify.addContentTypeParser(
    FILE_BODY,
    // One more, so that what is too large is said to be so by the rule that knows how large a file may be.
    { parseAs: 'buffer', bodyLimit: ATTACHMENT_LIMITS.bytes + 1 },
    (_, body, done) => done(null, body),
  );
}

/** The bytes that came; none where nothing, or something else, came. */
export function bytesOf(body: unknown): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  throw new ProblemError('request.media-type');
}
