import type { StreamWorkflowInput } from '@hotline/contracts-process';
import { runStream } from '../../workflows/src/stream/stream-process.ts';
import { knowingAlso } from './knowing-also.ts';

const laterCase = knowingAlso('CaseFramed');

export async function caseWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(laterCase, input);
}
