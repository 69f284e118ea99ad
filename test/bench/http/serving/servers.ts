import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anyFreePort } from '@hotline/infra';
import { spawnNode } from '../../../../infra/local/parts/node-process.ts';
import { untilAnswers } from '../../../../infra/local/until-answers.ts';
import { startPart } from '../../house/running-part.ts';
import type { RecordedRequests } from './recorded-request.ts';

const API = fileURLToPath(new URL('../../../../apps/api/dist/main.js', import.meta.url));
const BARE = fileURLToPath(new URL('./bare-server.main.ts', import.meta.url));

/** A server that is measured. */
export interface MeasuredServer {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The API as it is shipped, its log included; its relay delivers to a Temporal where one is given, else it is off. */
export function startApi(
  databaseUrl: string,
  temporal?: { readonly address: string; readonly namespace: string },
): Promise<MeasuredServer> {
  const relay: Record<string, string> = temporal
    ? { RELAY: 'inside', TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace }
    : { RELAY: 'off' };
  return startServer('the API', API, { DATABASE_URL: databaseUrl, API_HOST: '127.0.0.1', ...relay });
}

/** Fastify and pg alone, asking the database what was recorded of the API. */
export async function startBareServer(databaseUrl: string, recorded: RecordedRequests): Promise<MeasuredServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-bench-'));
  const file = join(folder, 'recorded.json');
  writeFileSync(file, JSON.stringify(recorded));
  try {
    return await startServer('the bare server', BARE, { DATABASE_URL: databaseUrl, RECORDED: file });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function startServer(
  title: string,
  file: string,
  environment: Readonly<Record<string, string>>,
): Promise<MeasuredServer> {
  const port = await anyFreePort();
  const running = await startPart({
    name: title,
    title,
    // The log is written, but to nowhere; what goes wrong is shown.
    spawn: () => spawnNode(file, [], { ...environment, API_PORT: String(port) }, ['ignore', 'ignore', 2]),
    untilReady: (signal) => untilAnswers(`http://127.0.0.1:${port}/readyz`, 60_000, signal),
    ending: { signal: 'SIGTERM', patience: 15_000 },
  });
  return { port, pid: running.pid, stop: () => running.stop() };
}
