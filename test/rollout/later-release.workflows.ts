import type { StreamWorkflowInput } from '@hotline/contracts-process';
import type { CaseState } from '@hotline/domain';
import type { StreamDefinition } from '../../workflows/src/stream/stream-definition.ts';
import { runStream } from '../../workflows/src/stream/stream-process.ts';
import { knowingAlso } from '../engine/knowing-also.ts';

export * from '../../workflows/src/index.ts';

/** As `later-event.ts` writes it, which a workflow cannot load. */
const later = knowingAlso('WeatherNoted');

const laterCase: StreamDefinition<CaseState> = {
  ...later,
  standing: (state) => ({ ...later.standing(state), stage: `${later.standing(state).stage}（后续版本）` }),
};

/** The case of a later release: one more type of event, other words, the same steps. */
export async function caseWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(laterCase, input);
}
