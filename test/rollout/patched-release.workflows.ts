import type { StreamWorkflowInput } from '@hotline/contracts-process';
import { patched, sleep } from '@temporalio/workflow';
import { caseWorkflow as present } from '../../workflows/src/index.ts';

export * from '../../workflows/src/index.ts';

/** A case that takes another step than it did, guarded: what began before goes on as it began. */
export async function caseWorkflow(input: StreamWorkflowInput): Promise<void> {
  if (patched('a-moment-first')) await sleep(1);
  await present(input);
}
