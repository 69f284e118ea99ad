import type { StreamWorkflowInput } from '@hotline/contracts-process';
import type { CaseState } from '@hotline/domain';
import { caseStream } from '../../workflows/src/case/case.workflow.ts';
import type { StreamDefinition } from '../../workflows/src/stream/stream-definition.ts';
import { runStream } from '../../workflows/src/stream/stream-process.ts';

const presentRules = caseStream.evolve[1];

/** The case of a later release, which knows one more type of event. */
const laterCaseStream: StreamDefinition<CaseState> = {
  ...caseStream,
  eventTypes: [...caseStream.eventTypes, 'CaseFramed'],
  evolve: {
    1(state, event) {
      if (event.type === 'CaseFramed' && state) return { ...state, head: { number: event.number, hash: event.hash } };
      if (!presentRules) throw new Error('there are rules of version 1');
      return presentRules(state, event);
    },
  },
};

export async function caseWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(laterCaseStream, input);
}
