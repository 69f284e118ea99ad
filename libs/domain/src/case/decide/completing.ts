import type { DecisionContext } from '../../decision-context.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { Completion, NewCaseEvent } from '../case-event.ts';
import { activeAssignments, type CaseState } from '../case-state.ts';
import { callbackLadder } from './calling-back.ts';
import { DISPUTE, laddersOf, subjectsOfProposals, termOfWait, waitFromNow, withdrawDraft } from './decision.ts';

/** What follows when the last open assignment is done: 办结, and the citizen is called back. */
export interface Completing {
  readonly completed: Completion;
  readonly drop: readonly string[];
  readonly set: readonly Ladder[];
  readonly effects: readonly Effect[];
  /** Events that come after the one that completes the case. */
  readonly after: readonly NewCaseEvent[];
}

/**
 * Completes the case if, but for one assignment that is now accepted or let go, all are accepted. Nothing while another
 * unit still works, or while the case has no lead.
 */
export function completeWithout(
  state: CaseState,
  assignmentId: string,
  context: DecisionContext,
): Completing | undefined {
  const all = activeAssignments(state);
  const others = all.filter(({ id }) => id !== assignmentId);
  if (state.stage !== 'assigned' || others.some(({ status }) => status !== 'accepted')) return undefined;
  const outcome = all.find(({ role }) => role === 'lead')?.outcome ?? 'explained';
  const wait = waitFromNow('callback', context);
  const { ladder, effects } = callbackLadder(termOfWait(state), wait, context);
  return {
    completed: { outcome, callBackBy: wait.due },
    drop: [
      ...laddersOf.all(assignmentId),
      ...subjectsOfProposals(state, () => true),
      ...(state.dispute ? [DISPUTE] : []),
    ],
    set: [ladder],
    effects,
    after: withdrawDraft(state),
  };
}
