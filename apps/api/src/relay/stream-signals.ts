import {
  attributePairs,
  attributesAtStart,
  REREAD_SIGNAL,
  startOf,
  streamKindOf,
  TASK_QUEUE,
  WORKFLOW_TYPES,
  workflowIdOf,
  type HotlineAttributes,
  type StreamSignal,
} from '@hotline/contracts-process';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';

/** So long one call to Temporal may take. */
const CALL_WITHIN = 10_000;

/** Events of one stream that follow one another; at least one. */
export type FollowingEvents = readonly [StreamSignal, ...StreamSignal[]];

/**
 * Brings events to their stream's workflow in one signal, named after the first. A case's workflow is started when none
 * runs; a meeting or a report was started by its case, so it is signalled plainly first.
 *
 * @throws the client's error; see `delivery-failure.ts`
 */
export async function signalEvents(client: Client, events: FollowingEvents): Promise<void> {
  const [first] = events;
  const signal = { name: first.type, args: [...events] };
  await client.withDeadline(Date.now() + CALL_WITHIN, async () => {
    if (streamKindOf(first.stream) !== 'case' && (await signalRunning(client, first.stream, signal))) return;
    await signalWithStart(client, first.stream, signal, attributesAtStart(first));
  });
}

/** Asks a stream's workflow to compare itself with the ledger, and starts it when none runs. */
export async function signalReread(client: Client, stream: string): Promise<void> {
  await client.withDeadline(Date.now() + CALL_WITHIN, () =>
    signalWithStart(client, stream, { name: REREAD_SIGNAL, args: [] }, {}),
  );
}

interface Signal {
  readonly name: string;
  readonly args: StreamSignal[];
}

async function signalRunning(client: Client, stream: string, signal: Signal): Promise<boolean> {
  try {
    await client.workflow.getHandle(workflowIdOf(stream)).signal(signal.name, ...signal.args);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function signalWithStart(
  client: Client,
  stream: string,
  signal: Signal,
  attributes: HotlineAttributes,
): Promise<void> {
  await client.workflow.signalWithStart(WORKFLOW_TYPES[streamKindOf(stream)], {
    ...startOf(stream),
    taskQueue: TASK_QUEUE,
    signal: signal.name,
    signalArgs: signal.args,
    workflowIdConflictPolicy: 'USE_EXISTING',
    typedSearchAttributes: attributePairs(attributes),
  });
}
