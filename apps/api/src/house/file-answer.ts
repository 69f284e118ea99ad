import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** So many bytes are handed to the connection at once. */
const PIECE = 64 * 1024;

/** A PDF as a file to be kept, under its Chinese name; `plainName` is for those who read no other. */
export function pdfAnswer(
  reply: FastifyReply,
  { name, content }: { readonly name: string; readonly content: Uint8Array },
  plainName: string,
): StreamableFile {
  reply.header('cache-control', 'private, no-store');
  return new StreamableFile(Readable.from(piecesOf(content)), {
    type: 'application/pdf',
    length: content.byteLength,
    disposition: `attachment; filename="${plainName}.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}

function* piecesOf(content: Uint8Array): Generator<Uint8Array> {
  for (let begin = 0; begin < content.byteLength; begin += PIECE) yield content.subarray(begin, begin + PIECE);
}
