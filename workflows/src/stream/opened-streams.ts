import { startOf, streamKindOf, WORKFLOW_TYPES, type StreamWorkflowInput } from '@hotline/contracts-process';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { startChild } from '@temporalio/workflow';

type StreamWorkflow = (input: StreamWorkflowInput) => Promise<void>;

/** Starts the workflows of streams that this one opened. They outlive it, and nobody waits for what they come to. */
export class OpenedStreams {
  readonly #begun = new Set<string>();
  #beginning = 0;

  /** Whether every start was answered. A run that ended before might have started nothing. */
  get isDone(): boolean {
    return this.#beginning === 0;
  }

  /** Starts what was not started by this run; one that runs already, started by the relay, is adopted as it is. */
  begin(streams: readonly string[]): void {
    for (const stream of streams) {
      if (this.#begun.has(stream)) continue;
      this.#begun.add(stream);
      void this.#start(stream);
    }
  }

  async #start(stream: string): Promise<void> {
    this.#beginning++;
    try {
      await startChild<StreamWorkflow>(WORKFLOW_TYPES[streamKindOf(stream)], {
        ...startOf(stream),
        parentClosePolicy: 'ABANDON',
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
    this.#beginning--;
  }
}
