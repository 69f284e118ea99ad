import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Returns when the address answers with a 2xx.
 *
 * @param within milliseconds
 * @throws Error naming the address when time is up, or the reason of the signal
 */
export function untilAnswers(url: string, within: number, signal: AbortSignal): Promise<void> {
  return untilTrue(url, within, signal, async () => {
    const response = await fetch(url, {
      headers: { accept: 'text/html, */*' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
    });
    await response.arrayBuffer();
    return response.ok;
  });
}

/** Returns when somebody listens on the TCP port of the loopback address; throws as {@link untilAnswers} does. */
export function untilListens(port: number, within: number, signal: AbortSignal): Promise<void> {
  return untilTrue(`127.0.0.1:${port}`, within, signal, () => listens(port));
}

async function untilTrue(
  what: string,
  within: number,
  signal: AbortSignal,
  ask: () => Promise<boolean>,
): Promise<void> {
  const until = performance.now() + within;
  for (;;) {
    signal.throwIfAborted();
    if (await ask().catch(() => false)) return;
    if (performance.now() > until) throw new Error(`${what} did not answer within ${within / 1000} s`);
    await sleep(100, undefined, { signal });
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
