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
  const serves = (connection: Connection): Promise<unknown> =>
    connection.workflowService.describeNamespace({ namespace });
  return connectWhen(address, within, serves, `serve the namespace "${namespace}"`, signal);
}

/**
 * Connects to a Temporal server as soon as the question is answered.
 *
 * @param address host:port
 * @param within milliseconds
 * @param ask a question to the server; it may be asked again and again
 * @param what what it is asked to do, for the error
 * @throws Error with the last reason when time is up, or the reason of the signal
 */
export async function connectWhen(
  address: string,
  within: number,
  ask: (connection: Connection) => Promise<unknown>,
  what: string,
  signal?: AbortSignal,
): Promise<Connection> {
  const until = performance.now() + within;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await connectNow(address, ask);
    } catch (cause) {
      if (performance.now() > until)
        throw new Error(`Temporal at ${address} did not ${what} within ${within / 1000} s.`, { cause });
    }
    await sleep(100, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
  }
}

async function connectNow(address: string, ask: (connection: Connection) => Promise<unknown>): Promise<Connection> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  try {
    await ask(connection);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}
