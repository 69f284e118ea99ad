import type { Connection } from '@temporalio/client';
import { connectWhenUp } from '@hotline/infra';
import { CommandError } from '../command-error.ts';
import { configuration } from './command.configuration.ts';

/** Milliseconds. */
const PATIENCE = 5_000;

/**
 * Does work on the configured Temporal and closes the connection.
 *
 * @throws CommandError when it cannot be reached, or does not serve the namespace
 */
export async function withTemporal<Result>(
  work: (connection: Connection, namespace: string) => Promise<Result>,
): Promise<Result> {
  const { address, namespace } = configuration().temporal;
  const connection = await connectWhenUp(address, namespace, PATIENCE).catch((cause: unknown) => {
    throw new CommandError(
      `Temporal 无法连接（${address}，命名空间 ${namespace}）。请先运行 npm start，或用 TEMPORAL_ADDRESS 指定。`,
      `Temporal at ${address} (namespace ${namespace}) cannot be reached. Run npm start first, or set TEMPORAL_ADDRESS.`,
      { cause },
    );
  });
  try {
    return await work(connection, namespace);
  } finally {
    await connection.close();
  }
}
