import type { StreamWorkflowInput } from '@hotline/contracts-process';
import { sleep } from '@temporalio/workflow';
import { caseWorkflow as present } from '../../workflows/src/index.ts';

/** A case workflow that waits a moment before it begins: a change that breaks every run there is. */
export async function caseWorkflow(input: StreamWorkflowInput): Promise<void> {
  await sleep(1_000);
  await present(input);
}
