import type { StreamSignal, StreamWorkflowInput } from '@hotline/contracts-process';
import type { CaseState } from '@hotline/domain';
import { caseStream } from '../../workflows/src/case/case.workflow.ts';
import type { StreamDefinition } from '../../workflows/src/stream/stream-definition.ts';
import { runStream } from '../../workflows/src/stream/stream-process.ts';

export * from '../../workflows/src/index.ts';

/** As `later-event.ts` writes it, which a workflow cannot load. */
const LATER_EVENT = 'WeatherNoted';

type Evolve = (state: CaseState | undefined, event: StreamSignal) => CaseState;

/** What the later release makes of it: nothing but that it is known. */
function withLaterEvent(rules: Evolve): Evolve {
  return (state, event) =>
    state && event.type === LATER_EVENT
      ? { ...state, head: { number: event.number, hash: event.hash } }
      : rules(state, event);
}

const laterCase: StreamDefinition<CaseState> = {
  ...caseStream,
  eventTypes: [...caseStream.eventTypes, LATER_EVENT],
  evolve: Object.fromEntries(
    Object.entries(caseStream.evolve).map(([version, rules]) => [version, withLaterEvent(rules)]),
  ),
  standing: (state) => ({ ...caseStream.standing(state), stage: `${caseStream.standing(state).stage}（后续版本）` }),
};

/** The case of a later release: one more type of event, other words, the same steps. */
export async function caseWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(laterCase, input);
}
