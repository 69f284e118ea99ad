import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createActivities } from '@hotline/activities';
import { SEARCH_ATTRIBUTES, TASK_QUEUE, workflowIdOf, type StreamSignal } from '@hotline/contracts-process';
import { startTemporalDevServer, startTimeSkippingServer, type TestTemporalServer } from '@hotline/infra';
import proto from '@temporalio/proto';
import type { temporal } from '@temporalio/proto';
import testing from '@temporalio/testing';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { inSignals } from '../../apps/api/src/relay/in-signals.ts';
import { signalEvents } from '../../apps/api/src/relay/stream-signals.ts';
import { bundleWorkflows, WORKFLOWS } from '../../apps/worker/src/workflow-bundle.ts';
import { MemoryLedger } from './memory-ledger.ts';

type History = temporal.api.history.v1.IHistory;

/** What goes wrong in these tests is meant to. */
const QUIET = new DefaultLogger('ERROR', () => undefined);

/** Bundles workflows as the build does, by default the hotline's own; once for all suites of a run. */
export async function bundle(path = WORKFLOWS): Promise<string> {
  const built = process.env['HOTLINE_TEST_BUILT'];
  const kept = built && join(built, `${createHash('sha256').update(path.href).digest('hex')}.js`);
  if (kept && existsSync(kept)) return readFile(kept, 'utf8');
  const code = await bundleWorkflows(path, QUIET);
  if (kept) await writeFile(kept, code);
  return code;
}

const { EventType } = proto.temporal.api.enums.v1;
/** What a workflow task must follow upon. */
const NEWS = new Set<unknown>([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_TIMER_FIRED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED,
  EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_FAILED,
]);
const ACTIVITY = new Set<unknown>([
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
]);
const OPEN = new Set<unknown>([
  EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED,
  EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED,
]);

/**
 * Whether the last workflow task ended after the last news, and left no activity under way; with `mailMayWait`, an activity
 * that tries again later does not count.
 */
export function hasSettled(
  events: readonly temporal.api.history.v1.IHistoryEvent[],
  { mailMayWait = false } = {},
): boolean {
  const seen = mailMayWait ? events.filter(({ eventType }) => !ACTIVITY.has(eventType)) : events;
  const last = (of: (type: unknown) => boolean): number => seen.findLastIndex(({ eventType }) => of(eventType));
  const done = last((type) => type === EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
  const rests = done > last((type) => NEWS.has(type)) && !OPEN.has(seen.at(-1)?.eventType);
  return rests && (mailMayWait || !pendingActivity(events));
}

function pendingActivity(events: readonly temporal.api.history.v1.IHistoryEvent[]): boolean {
  const count = (...types: unknown[]): number => events.filter(({ eventType }) => types.includes(eventType)).length;
  const { EVENT_TYPE_ACTIVITY_TASK_COMPLETED, EVENT_TYPE_ACTIVITY_TASK_FAILED, EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT } =
    EventType;
  const ended = count(
    EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
    EVENT_TYPE_ACTIVITY_TASK_FAILED,
    EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT,
  );
  return count(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED) > ended;
}

/** The workflows on a server, over a ledger in memory. Let only {@link Engine.sleep} move time. */
export class Engine {
  readonly env: TestWorkflowEnvironment;
  readonly ledger: MemoryLedger;
  #server: TestTemporalServer | undefined;
  #worker: { running: Promise<void>; worker: Worker } | undefined;

  private constructor(env: TestWorkflowEnvironment) {
    this.env = env;
    this.ledger = new MemoryLedger(async () => new Date(Number(await env.currentTimeMs())).toISOString());
  }

  /** On the development server: time passes as it does, and everything is as in production. */
  static async startInRealTime(code: string): Promise<Engine> {
    const server = await startTemporalDevServer({ searchAttributes: SEARCH_ATTRIBUTES });
    const { address, namespace } = server;
    const engine = await Engine.#over(
      () => testing.TestWorkflowEnvironment.createFromExistingServer({ address, namespace }),
      code,
    );
    engine.#server = server;
    return engine;
  }

  /** On the time-skipping server. */
  static async start(code: string): Promise<Engine> {
    return Engine.#over(() => startTimeSkippingServer(SEARCH_ATTRIBUTES), code);
  }

  static async #over(server: () => Promise<TestWorkflowEnvironment>, code: string): Promise<Engine> {
    Runtime.install({
      logger: QUIET,
      shutdownSignals: [],
      telemetryOptions: { logging: { forward: {}, filter: { core: 'ERROR', other: 'ERROR' } } },
    });
    const engine = new Engine(await server());
    await engine.work(code);
    return engine;
  }

  /** A worker begins to work, with these workflows. */
  async work(code: string): Promise<void> {
    const worker = await Worker.create({
      connection: this.env.nativeConnection,
      taskQueue: TASK_QUEUE,
      workflowBundle: { code },
      activities: createActivities(this.ledger),
    });
    this.#worker = { worker, running: worker.run() };
  }

  /** The worker goes home. */
  async rest(): Promise<void> {
    this.#worker?.worker.shutdown();
    await this.#worker?.running;
    this.#worker = undefined;
  }

  async stop(): Promise<void> {
    await this.rest();
    await this.env.teardown();
    await this.#server?.stop();
  }

  /** Brings every undelivered event to its workflow and waits until each has folded it. */
  async relay(): Promise<void> {
    for (const stream of await this.deliver()) await this.untilFolded(stream);
  }

  /** Brings every undelivered event to its workflow, as the relay does. The streams. */
  async deliver(): Promise<string[]> {
    const streams = Map.groupBy(this.ledger.takeUndelivered(), ({ stream }) => stream);
    for (const events of streams.values()) await this.signal(...events);
    return [...streams.keys()];
  }

  /** Brings events of a stream to its workflow. */
  async signal(...events: StreamSignal[]): Promise<void> {
    for (const signal of inSignals(events)) await signalEvents(this.env.client, signal);
  }

  /**
   * Waits until a workflow has taken in all that came to it. Looks at its history: a query would add events to it on the
   * time-skipping server.
   */
  async untilFolded(stream: string): Promise<void> {
    await this.until(async () => hasSettled((await this.history(stream)).events ?? []), `${stream} folded`);
  }

  async state(stream: string): Promise<{ head: { number: number; hash: string } } | null> {
    return this.env.client.workflow.getHandle(workflowIdOf(stream)).query('state');
  }

  /** Waits in real time, 10 s at most. */
  async until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
    for (let turn = 0; turn < 200; turn++) {
      if (await holds()) return;
      await pause(50);
    }
    throw new Error(`waited in vain: ${what}`);
  }

  /** Lets milliseconds pass, virtual ones on the time-skipping server. */
  async sleep(milliseconds: number): Promise<void> {
    await this.env.sleep(milliseconds);
  }

  async history(stream: string, runId?: string): Promise<History> {
    return this.env.client.workflow.getHandle(workflowIdOf(stream), runId).fetchHistory();
  }

  /** How many events of each type a history has. */
  async counts(stream: string): Promise<Record<string, number>> {
    const { events } = await this.history(stream);
    const counts: Record<string, number> = {};
    for (const { eventType } of events ?? []) {
      const name = EventType[eventType ?? 0]?.replace('EVENT_TYPE_', '') ?? 'UNKNOWN';
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }

  /** Ids of the workflows that the server lists as running. */
  async running(): Promise<string[]> {
    const ids: string[] = [];
    for await (const { workflowId } of this.env.client.workflow.list({ query: "ExecutionStatus = 'Running'" }))
      ids.push(workflowId);
    return ids;
  }

  async status(stream: string): Promise<string> {
    return (await this.env.client.workflow.getHandle(workflowIdOf(stream)).describe()).status.name;
  }
}
