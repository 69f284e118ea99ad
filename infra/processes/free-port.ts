import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const FIRST_DRAWN = 20_000;
/** From here on Linux gives ports to outgoing connections. */
const FIRST_EPHEMERAL = 32_768;
const DRAWS = 100;

/** Whether a server can listen on this TCP port of the loopback address and of all addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '0.0.0.0'));
}

/**
 * A port that nobody listens on now, drawn from those that operating systems do not give to outgoing connections: what is
 * told it may listen a while later.
 *
 * @throws Error when none is found
 */
export async function anyFreePort(): Promise<number> {
  for (let draw = 0; draw < DRAWS; draw++) {
    const port = randomInt(FIRST_DRAWN, FIRST_EPHEMERAL);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No port from ${FIRST_DRAWN} to ${FIRST_EPHEMERAL - 1} is free.`);
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
