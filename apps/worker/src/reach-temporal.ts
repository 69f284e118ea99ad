import { connect } from 'node:net';

const WITHIN = 2_000;

/** Resolves when something takes connections at `host:port`. */
export async function reachAddress(address: string): Promise<void> {
  const { hostname, port } = new URL(`tcp://${address}`);
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 7233) });
    socket.setTimeout(WITHIN, () => socket.destroy(new Error('no answer')));
    socket.once('connect', () => {
      socket.end();
      resolve();
    });
    socket.once('error', reject);
  });
}
