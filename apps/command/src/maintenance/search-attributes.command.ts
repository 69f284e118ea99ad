import { SEARCH_ATTRIBUTES } from '@hotline/contracts-process';
import { connectWhenUp, registerSearchAttributes } from '@hotline/infra';
import { CommandError } from '../command-error.ts';
import { configuration } from '../house/command.configuration.ts';

const PATIENCE = 5_000;

export async function run(): Promise<number> {
  const { address, namespace } = configuration().temporal;
  const connection = await connectWhenUp(address, namespace, PATIENCE).catch((cause: unknown) => {
    throw new CommandError(
      `Temporal 无法连接（${address}）。请先运行 npm start，或用 TEMPORAL_ADDRESS 指定。`,
      `Temporal at ${address} cannot be reached. Run npm start first, or set TEMPORAL_ADDRESS.`,
      { cause },
    );
  });
  try {
    await registerSearchAttributes(connection, namespace, SEARCH_ATTRIBUTES);
  } finally {
    await connection.close();
  }
  console.log(`检索属性已就绪 search attributes: ${Object.keys(SEARCH_ATTRIBUTES).join(', ')}`);
  return 0;
}
