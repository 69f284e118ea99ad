import type { DecisionContext } from '../../decision-context.ts';
import { MACHINE } from '../../ledger/event-envelope.ts';
import type { CaseEvent, NewCaseEvent } from '../case-event.ts';
import type { CaseState } from '../case-state.ts';
import { evolveCase } from '../evolve-case.ts';

/** The case as it will be once these events stand in the ledger; for decisions that build on their own first part. */
export function evolveNew(state: CaseState, events: readonly NewCaseEvent[], context: DecisionContext): CaseState {
  return events.reduce((now, fresh) => {
    const numbered = {
      ...fresh,
      stream: now.caseNumber,
      number: now.head.number + 1,
      at: context.now,
      by: MACHINE,
      previousHash: now.head.hash,
      hash: '',
    };
    return evolveCase(now, numbered as CaseEvent);
  }, state);
}
