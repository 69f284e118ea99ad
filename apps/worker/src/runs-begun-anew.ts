import { setTimeout as pause } from 'node:timers/promises';
import { startOf, streamKindOf, streamOfWorkflow, TASK_QUEUE, WORKFLOW_TYPES } from '@hotline/contracts-process';
import type { Client } from '@temporalio/client';
import type { Worker } from '@temporalio/worker';
import { EvictionReason, type RemoveFromCache } from '@temporalio/worker/lib/replay.js';
import type { Logger } from 'pino';
import { dutyOf, startDuty } from './start-duties.ts';

/** Milliseconds after which a task that failed would have been mended by the replay of the whole history. */
const LOOKED_AT_AFTER = 3_000;
/** Milliseconds in which a workflow is begun anew once: workers of two releases do not do it to each other without end. */
const ONCE_WITHIN = 30_000;
const MOST_REMEMBERED = 1_000;

/** Why a run left the worker's memory; the SDK says it to its own replayer. */
interface Eviction {
  readonly runId: string;
  readonly evictJob: RemoveFromCache;
}

/**
 * Runs whose history this worker cannot replay: every task of theirs would fail for ever. The ledger is the truth, so such
 * a workflow is begun anew and reads it: nothing is lost, and what has acted does not act again (ADR 0032).
 */
export class RunsBegunAnew {
  readonly #client: Client;
  readonly #logger: Logger;
  readonly #lookedAt = new Set<string>();
  readonly #begunAt = new Map<string, number>();

  constructor(client: Client, logger: Logger) {
    this.#client = client;
    this.#logger = logger;
  }

  /** Heeds what a worker drops from its memory. */
  watch(worker: Worker): void {
    const evictions: NodeJS.EventEmitter = worker['evictionsEmitter'];
    evictions.on('eviction', ({ runId, evictJob }: Eviction) => {
      if (evictJob.reason === EvictionReason.NONDETERMINISM) void this.#look(runId);
    });
  }

  async #look(runId: string): Promise<void> {
    if (this.#lookedAt.has(runId)) return;
    this.#lookedAt.add(runId);
    try {
      await pause(LOOKED_AT_AFTER, undefined, { ref: false });
      const workflowId = await this.#stillFailing(runId);
      if (workflowId !== undefined && this.#mayBegin(workflowId)) {
        await beginAnew(this.#client, workflowId);
        this.#logger.warn({ workflowId, runId }, 'its history cannot be replayed: begun anew from the ledger');
      }
    } catch (error) {
      // The next failing task of the run brings it here again.
      this.#logger.error({ err: error, runId }, 'a workflow that cannot be replayed could not be begun anew yet');
    } finally {
      this.#lookedAt.delete(runId);
    }
  }

  /** The id of the run's workflow, when it runs and its task has been tried again in vain. */
  async #stillFailing(runId: string): Promise<string | undefined> {
    for await (const { workflowId } of this.#client.workflow.list({ query: `RunId = '${runId}'` })) {
      const { raw, status } = await this.#client.workflow.getHandle(workflowId, runId).describe();
      if (status.name === 'RUNNING' && (raw.pendingWorkflowTask?.attempt ?? 0) > 1) return workflowId;
    }
    return undefined;
  }

  #mayBegin(workflowId: string): boolean {
    const now = performance.now();
    if (now - (this.#begunAt.get(workflowId) ?? Number.NEGATIVE_INFINITY) < ONCE_WITHIN) return false;
    if (this.#begunAt.size >= MOST_REMEMBERED) this.#begunAt.clear();
    this.#begunAt.set(workflowId, now);
    return true;
  }
}

async function beginAnew(client: Client, workflowId: string): Promise<void> {
  const duty = dutyOf(workflowId);
  if (duty) return startDuty(client, duty, 'TERMINATE_EXISTING');
  const stream = streamOfWorkflow(workflowId);
  await client.workflow.start(WORKFLOW_TYPES[streamKindOf(stream)], {
    ...startOf(stream),
    taskQueue: TASK_QUEUE,
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
  });
}
