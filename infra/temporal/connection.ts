import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';

/**
 * Connects to a Temporal server once it serves the namespace.
 *
 * @param address host:port
 * @param within milliseconds
 * @throws Error with the last reason when time is up, or the reason of the signal
 */
export async function connectWhenUp(
  address: string,
  namespace: string,
  within: number,
  signal?: AbortSignal,
): Promise<Connection> {
  const until = performance.now() + within;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await connectNow(address, namespace);
    } catch (cause) {
      if (performance.now() > until)
        throw new Error(
          `Temporal at ${address} did not serve the namespace "${namespace}" within ${within / 1000} s.`,
          { cause },
        );
    }
    await sleep(100, undefined, signal ? { signal } : {});
  }
}

async function connectNow(address: string, namespace: string): Promise<Connection> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}
