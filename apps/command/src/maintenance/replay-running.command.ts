import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { TASK_QUEUE } from '@hotline/contracts-process';
import { Client } from '@temporalio/client';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { CommandError } from '../command-error.ts';
import { callerFolder } from '../house/command.configuration.ts';
import { withTemporal } from '../house/with-temporal.ts';

const BUILT = fileURLToPath(new URL('../../../../apps/worker/dist/workflow-bundle.js', import.meta.url));
const RUNNING = `TaskQueue = '${TASK_QUEUE}' AND ExecutionStatus = 'Running'`;
const SHOWN = 20;
const TELL_EVERY = 500;

/** Exit code 1 when a running workflow would not go on under the built workflows: then they must not be deployed. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { bundle: { type: 'string' } } });
  const file = values.bundle === undefined ? BUILT : resolve(callerFolder(), values.bundle);
  const code = await bundleIn(file);
  const { replayed, refused } = await withTemporal((connection, namespace) =>
    replay(code, new Client({ connection, namespace })),
  );
  for (const { workflowId, why } of refused.slice(0, SHOWN)) console.error(`✗ ${workflowId}: ${why}`);
  if (refused.length > SHOWN) console.error(`✗ … ${refused.length - SHOWN}`);
  if (refused.length > 0) {
    console.log(
      `✗ ${replayed} 个运行中的流程，${refused.length} 个在新版本下不能继续：不要部署  ${refused.length} of ${replayed} running workflows would not go on: do not deploy this`,
    );
    return 1;
  }
  console.log(
    `✓ ${replayed} 个运行中的流程都能在新版本下继续  all ${replayed} running workflows would go on under this release`,
  );
  return 0;
}

async function bundleIn(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CommandError(
      `没有 ${file}。请先运行 npm run build。`,
      `There is no ${file}. Run npm run build first, in the folder of the new release.`,
      { cause },
    );
  });
}

/** Replays the history of every running workflow against the workflows, on this machine; Temporal is only read. */
async function replay(code: string, client: Client) {
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: { core: 'ERROR', other: 'ERROR' } } },
  });
  const histories = client.workflow.list({ query: RUNNING }).intoHistories({ concurrency: 8, bufferLimit: 16 });
  const refused: { readonly workflowId: string; readonly why: string }[] = [];
  let replayed = 0;
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { code } }, histories)) {
    replayed++;
    if (error) refused.push({ workflowId, why: reasonOf(error) });
    if (replayed % TELL_EVERY === 0) console.log(String(replayed));
  }
  return { replayed, refused };
}

/** The SDK wraps what a workflow said in what Rust says of it. */
function reasonOf({ message }: Error): string {
  return (/message: "((?:[^"\\]|\\.)*)"/.exec(message)?.[1] ?? message).split(/\n|\\n/)[0] ?? message;
}
