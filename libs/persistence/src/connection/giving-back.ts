import type { Pool, PoolClient } from 'pg';

type Ask = (...asked: unknown[]) => Promise<unknown>;

/**
 * Sees to it that a connection that broke goes back to the pool. Kysely's controlled transactions, by which MikroORM
 * works, keep it for ever when `begin` or `rollback` fails: after as many broken transactions as the pool has
 * connections, nobody is given one any more. A transaction whose connection is gone has been rolled back by the server.
 */
export function giveBackBroken(pool: Pool): void {
  pool.on('connect', (client) => {
    const ask = client.query.bind(client) as Ask;
    const careful = (...asked: unknown[]): unknown => {
      const [statement] = asked;
      if (typeof statement !== 'string' || asked.some((one) => typeof one === 'function')) return ask(...asked);
      if (/^(begin|start transaction)\b/.test(statement)) return begun(client, ask(...asked));
      return statement === 'rollback' ? rolledBack(client, ask(...asked)) : ask(...asked);
    };
    client.query = careful as PoolClient['query'];
  });
}

/** A transaction that did not begin is nobody's to give back. */
async function begun(client: PoolClient, beginning: Promise<unknown>): Promise<unknown> {
  try {
    return await beginning;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** What cannot be rolled back is over all the same; its connection is not used again. */
async function rolledBack(client: PoolClient, rolling: Promise<unknown>): Promise<unknown> {
  try {
    return await rolling;
  } catch {
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    return { command: 'ROLLBACK', rowCount: null, rows: [] };
  }
}
