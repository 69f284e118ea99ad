import { createServer } from 'node:net';

/** Whether a server can listen on this TCP port of the loopback address and of all addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '0.0.0.0'));
}

/** A port that nobody listens on now, chosen by the operating system. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * The first free port from `wanted` upwards that is not in `given`.
 *
 * @throws Error when none of the next hundred is free.
 */
export async function freePortFrom(wanted: number, given: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port += 1) {
    if (!given.has(port) && (await isPortFree(port))) return port;
  }
  throw new Error(`No port from ${wanted} to ${wanted + 99} is free. Stop what uses them, or name another one.`);
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
