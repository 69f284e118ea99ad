import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem/problem-error.ts';

/** The largest body in bytes: room for four texts of the contract's greatest length, however they are escaped. */
export const LARGEST_BODY = 1_048_576;
const DEEPEST = 20;

type Headers = FastifyRequest['headers'];

/** Takes JSON in UTF-8 and nothing else; what cannot be read is refused before anybody looks at it. */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request: FastifyRequest, body, done) => {
    try {
      refuseOtherCodings(request.headers);
      done(null, readJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** JSON is UTF-8 (RFC 8259); what says that it is something else would be misread. */
function refuseOtherCodings({ 'content-type': type = '', 'content-encoding': coding = 'identity' }: Headers): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(type)?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset) || !/^identity$/i.test(coding)) throw new ProblemError('request.media-type');
}

function readJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const json = parseJson(decodeUtf8(body));
  refuseOddities(json);
  return json;
}

function decodeUtf8(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new ProblemError('request.not-utf8', { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('request.not-json', { cause });
  }
}

/** No shape of the contract is deep, and none has a key that means something to JavaScript itself. */
function refuseOddities(json: unknown): void {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new ProblemError('request.too-deep');
    level = level.flatMap((value) => {
      if (typeof value !== 'object' || value === null) return [];
      if (Object.hasOwn(value, '__proto__')) throw new ProblemError('request.not-json');
      return Object.values(value);
    });
  }
}
