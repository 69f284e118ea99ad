import type { StreamWorkflowInput } from '@hotline/contracts-process';
import { upsertMemo } from '@temporalio/workflow';
import { caseWorkflow as presentCaseWorkflow } from '../../workflows/src/case/case.workflow.ts';

/** The case's workflow, which also writes a memo that nobody reads: the planted fault of the cost watch. */
export async function caseWorkflow(input: StreamWorkflowInput): Promise<void> {
  upsertMemo({ planted: true });
  await presentCaseWorkflow(input);
}
