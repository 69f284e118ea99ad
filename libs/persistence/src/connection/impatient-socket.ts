import { Socket } from 'node:net';

/**
 * A socket for a connection to the database that breaks when not a byte has passed for so many milliseconds. A peer that
 * has gone without a word (a lost machine, a firewall that forgot the connection) would be waited for without end, and
 * whoever waits would stand still; so it looks like any other outage, and the next connection is tried.
 */
export function impatientSocket(milliseconds: number): Socket {
  const socket = new Socket();
  socket.setTimeout(milliseconds, () =>
    socket.destroy(Object.assign(new Error('the database says nothing any more'), { code: 'ETIMEDOUT' })),
  );
  return socket;
}
