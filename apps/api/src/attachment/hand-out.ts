import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AttachmentFile } from '@hotline/application';
import { FILE_BODY } from './file-body.ts';

/** So many bytes are handed to the connection at once. */
const PIECE = 64 * 1024;

/** Hands out what somebody brought: to be kept, not shown; a browser that shows it all the same lets nothing in it act. */
export function handOut(reply: FastifyReply, { name, bytes }: AttachmentFile): StreamableFile {
  reply.headers({
    'cache-control': 'private, no-store',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  return new StreamableFile(Readable.from(piecesOf(bytes)), {
    type: FILE_BODY,
    length: bytes.byteLength,
    disposition: `attachment; filename="attachment"; filename*=UTF-8''${extended(name)}`,
  });
}

/** RFC 8187: what encodeURIComponent leaves and the header does not. */
function extended(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let begin = 0; begin < bytes.byteLength; begin += PIECE) yield bytes.subarray(begin, begin + PIECE);
}
