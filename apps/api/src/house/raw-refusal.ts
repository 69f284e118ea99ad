import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { HttpException } from '@nestjs/common';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE } from '../problem/problem.filter.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { refusalOfError } from '../problem/problem-of-error.ts';

const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

/** Answers an address that cannot be read, before there is a route: as a problem. */
export function refuseAddress(error: FastifyError, _: FastifyRequest, reply: FastifyReply): void {
  const { problem } = refusalOfError(error);
  void reply.status(problem.status).headers(SECURITY_HEADERS).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

/** Answers what is not HTTP at all, before there is a request: as a problem, too. */
export function refuseRaw(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const { problem } = refusalOfError(new HttpException('', STATUS_OF[error.code ?? ''] ?? 400));
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Answers an `Expect` other than `100-continue`, which Node would refuse without a word. */
export function refuseExpectation(_: IncomingMessage, response: ServerResponse): void {
  const { problem } = refusalOfError(new HttpException('', 417));
  response.writeHead(problem.status, { ...SECURITY_HEADERS, 'content-type': PROBLEM_TYPE, connection: 'close' });
  response.end(JSON.stringify(problem));
}
