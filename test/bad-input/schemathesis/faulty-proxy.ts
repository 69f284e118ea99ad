import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer as it comes from the API, or as it is handed on. */
export interface Handed {
  readonly status: number;
  readonly body: string;
}

/** A planted fault between a client and the API. */
export interface FaultyProxy {
  readonly url: string;
  stop(): Promise<void>;
}

/** Hands everything on to the API, and alters the answers of one path. */
export async function startFaultyProxy(
  to: string,
  path: string,
  alter: (answer: Handed) => Handed,
): Promise<FaultyProxy> {
  const server = createServer((request, response) => {
    handOn(to, request, (answer) => (request.url?.split('?')[0] === path ? alter(answer) : answer)).then(
      ({ status, type, body }) => void response.writeHead(status, { 'content-type': type }).end(body),
      (error: unknown) => void response.destroy(error as Error),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

async function handOn(to: string, request: IncomingMessage, alter: (answer: Handed) => Handed) {
  const { method = 'GET', url = '/' } = request;
  const sent = await bodyOf(request);
  const headers = new Headers();
  for (const name of ['authorization', 'content-type', 'if-match', 'idempotency-key', 'accept']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const answer = await fetch(`${to}${url}`, { method, headers, ...(sent.length > 0 ? { body: sent } : {}) });
  const altered = alter({ status: answer.status, body: await answer.text() });
  return { ...altered, type: answer.headers.get('content-type') ?? 'text/plain' };
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}
