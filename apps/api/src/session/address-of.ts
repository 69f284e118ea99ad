import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** Who asks from where, as far as attempts are counted by it: what a proxy passes on may be no address at all. */
export function addressOf({ ip, socket }: FastifyRequest): string {
  return isIP(ip) ? ip : (socket.remoteAddress ?? '');
}
