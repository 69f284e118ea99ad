import { TASK_QUEUE, WORKFLOW_TYPES, workflowIdOf } from '@hotline/contracts-process';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { startOrReread } from './stream-signals.ts';
import { bringForward, type TrainingClock } from './training-clock.ts';

export interface RehydrateOptions {
  /** A client of a Temporal that is up. */
  readonly client: Client;
  /** Every stream to which something is still to happen. */
  readonly streams: readonly string[];
  /** After a restore of the database: ends what runs first, also for streams that the ledger no longer knows. */
  readonly terminateFirst?: boolean;
  /** The clocks of trainings among them, to which their workflows are brought forward. */
  readonly trainingClocks?: readonly TrainingClock[];
  /** Told after each stream. */
  readonly onProgress?: (done: number, of: number) => void;
}

export interface Rehydrated {
  /** Workflows asked to read the ledger again, and started where none ran. */
  readonly asked: number;
  readonly terminated: number;
}

const AT_ONCE = 16;

/**
 * Brings every open stream's workflow in line with the ledger, and may run beside everything else and be repeated. What
 * Temporal has lost is started; what runs reads the ledger again.
 */
export async function rehydrate({
  client,
  streams,
  terminateFirst = false,
  trainingClocks = [],
  onProgress,
}: RehydrateOptions): Promise<Rehydrated> {
  const terminated = terminateFirst ? await terminateAll(client, streams) : 0;
  let done = 0;
  await eachOf(streams, async (stream) => {
    await startOrReread(client, stream);
    done++;
    onProgress?.(done, streams.length);
  });
  for (const clock of trainingClocks) await bringForward(client, clock);
  return { asked: done, terminated };
}

/** Ends every running workflow of a stream: those that Temporal lists, and those of the ledger it does not list yet. */
async function terminateAll(client: Client, streams: readonly string[]): Promise<number> {
  const types = Object.values(WORKFLOW_TYPES)
    .map((type) => `'${type}'`)
    .join(', ');
  const query = `TaskQueue = '${TASK_QUEUE}' AND ExecutionStatus = 'Running' AND WorkflowType IN (${types})`;
  const ids = new Set(streams.map(workflowIdOf));
  for await (const { workflowId } of client.workflow.list({ query })) ids.add(workflowId);
  let terminated = 0;
  await eachOf([...ids], async (id) => {
    if (await terminate(client, id)) terminated++;
  });
  return terminated;
}

async function terminate(client: Client, workflowId: string): Promise<boolean> {
  try {
    await client.workflow.getHandle(workflowId).terminate('rehydrate');
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = [...items].reverse();
  const lane = async (): Promise<void> => {
    for (let item = rest.pop(); item !== undefined; item = rest.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
