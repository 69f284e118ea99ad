import type { StreamWorkflowInput } from '@hotline/contracts-process';
import { sleep } from '@temporalio/workflow';
import { caseWorkflow as present } from '../../workflows/src/index.ts';

export * from '../../workflows/src/index.ts';

/** A case that takes another step than it did, with no guard: no run of an earlier release replays. */
export async function caseWorkflow(input: StreamWorkflowInput): Promise<void> {
  await sleep(1);
  await present(input);
}
