import type { StreamSignal } from '@hotline/contracts-process';
import type { CaseState } from '@hotline/domain';
import { caseStream } from '../../workflows/src/case/case.workflow.ts';
import type { StreamDefinition } from '../../workflows/src/stream/stream-definition.ts';

type Evolve = (state: CaseState | undefined, event: StreamSignal) => CaseState;

/** The cases of a later release, which knows one more type of event: under every version of the rules, and no more than that it is known. */
export function knowingAlso(laterEvent: string): StreamDefinition<CaseState> {
  const withLater =
    (rules: Evolve): Evolve =>
    (state, event) =>
      state && event.type === laterEvent
        ? { ...state, head: { number: event.number, hash: event.hash } }
        : rules(state, event);
  return {
    ...caseStream,
    eventTypes: [...caseStream.eventTypes, laterEvent],
    evolve: Object.fromEntries(
      Object.entries(caseStream.evolve).map(([version, rules]) => [version, withLater(rules)]),
    ),
  };
}
