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
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';

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

/** Starts a stream's workflow, which reads the ledger; one that runs is asked to compare itself with it. */
export async function startOrReread(client: Client, stream: string): Promise<void> {
  await client.withDeadline(Date.now() + CALL_WITHIN, async () => {
    if (!(await startUnlessRunning(client, stream)))
      await signalWithStart(client, stream, { name: REREAD_SIGNAL, args: [] }, {});
  });
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

async function startUnlessRunning(client: Client, stream: string): Promise<boolean> {
  const type = WORKFLOW_TYPES[streamKindOf(stream)];
  try {
    await client.workflow.start(type, { ...startOf(stream), taskQueue: TASK_QUEUE, workflowIdConflictPolicy: 'FAIL' });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
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
