import type { StreamWorkflowInput } from '@hotline/contracts-process';
import type { CaseState } from '@hotline/domain';
import { caseStream } from '../../workflows/src/case/case.workflow.ts';
import type { StreamDefinition } from '../../workflows/src/stream/stream-definition.ts';
import { runStream } from '../../workflows/src/stream/stream-process.ts';

/** The case of a later release, which knows one more type of event. */
const laterCaseStream: StreamDefinition<CaseState> = {
  ...caseStream,
  eventTypes: [...caseStream.eventTypes, 'CaseFramed'],
  evolve: Object.fromEntries(
    Object.entries(caseStream.evolve).map(([rules, present]) => [
      rules,
      (state, event) =>
        event.type === 'CaseFramed' && state
          ? { ...state, head: { number: event.number, hash: event.hash } }
          : present(state, event),
    ]),
  ) as StreamDefinition<CaseState>['evolve'],
};

export async function caseWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(laterCaseStream, input);
}
