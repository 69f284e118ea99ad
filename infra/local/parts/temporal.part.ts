import { spawn } from 'node:child_process';
import { givingWay } from '../../processes/gives-way.ts';
import { REPOSITORY } from '../repository.ts';
import { findTemporalCli } from '../bootstrap/cache.mjs';
import { connectWhenUp } from '../../temporal/connection.ts';
import { setRetention } from '../../temporal/retention.ts';
import { registerSearchAttributes, type SearchAttributeTypes } from '../../temporal/search-attributes.ts';
import { CannotRun } from '../saying.ts';
import type { Part } from '../supervise.ts';

/** Where the Temporal server keeps its data and how it is reached. */
export interface TemporalPlace {
  readonly file: string;
  readonly namespace: string;
  readonly port: number;
  readonly uiPort: number;
}

/** The Temporal development server; when it is ready, the namespace keeps histories for 90 days and knows the attributes. */
export function temporalPart(place: TemporalPlace, attributes: SearchAttributeTypes): Part {
  const cli = findTemporalCli();
  if (cli === undefined) {
    throw new CannotRun(
      '没有 Temporal 命令行程序。请用 npm start 启动，它会提供。',
      'There is no Temporal command line program. Start by "npm start": it provides one.',
    );
  }
  const { file, namespace, port, uiPort } = place;
  return {
    name: 'temporal',
    title: 'Temporal',
    spawn(stdio) {
      const addresses = ['--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)];
      const args = [
        'server',
        'start-dev',
        '--db-filename',
        file,
        '--namespace',
        namespace,
        '--log-level',
        'warn',
        ...addresses,
      ];
      return spawn(...givingWay(cli, args), {
        cwd: REPOSITORY,
        env: { ...process.env, TZ: 'Asia/Shanghai' },
        detached: true,
        stdio,
      });
    },
    async untilReady(signal) {
      const connection = await connectWhenUp(`127.0.0.1:${port}`, namespace, 60_000, signal);
      try {
        await setRetention(connection, namespace);
        await registerSearchAttributes(connection, namespace, attributes, signal);
      } finally {
        await connection.close();
      }
    },
    ending: { signal: 'SIGTERM', patience: 15_000 },
  };
}

/**
 * Looks that a Temporal server from elsewhere can be used: it has the namespace and knows the attributes, which are
 * registered if it lets us. Its retention is its operator's affair.
 */
export async function checkTemporalElsewhere(
  address: string,
  namespace: string,
  attributes: SearchAttributeTypes,
  signal: AbortSignal,
): Promise<void> {
  try {
    const connection = await connectWhenUp(address, namespace, 15_000, signal);
    try {
      await registerSearchAttributes(connection, namespace, attributes, signal);
    } finally {
      await connection.close();
    }
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new CannotRun(
      `TEMPORAL_ADDRESS=${address} 的命名空间 ${namespace} 不可用。`,
      `The Temporal server of TEMPORAL_ADDRESS=${address} cannot be used with namespace "${namespace}": ${(cause as Error).message}`,
      { cause },
    );
  }
}
