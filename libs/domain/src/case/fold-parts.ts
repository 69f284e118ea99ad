import type { AssignedUnit, CaseEvent, NewTerm } from './case-event.ts';
import { isPending, type AssignmentState, type CaseState, type ProposalState } from './case-state.ts';

/** The case with one of its assignments changed. */
export function withAssignment(state: CaseState, id: string, change: Partial<AssignmentState>): CaseState {
  const assignment = state.assignments[id];
  if (!assignment) throw new Error(`no assignment ${id}`);
  return { ...state, assignments: { ...state.assignments, [id]: { ...assignment, ...change } } };
}

/** The case with one of its proposals changed. */
export function withProposal(state: CaseState, id: string, change: Partial<ProposalState>): CaseState {
  const proposal = state.proposals[id];
  if (!proposal) throw new Error(`no proposal ${id}`);
  return { ...state, proposals: { ...state.proposals, [id]: { ...proposal, ...change } } };
}

/** A duty as it begins. */
export function begin(unit: AssignedUnit, event: CaseEvent): AssignmentState {
  const { assignmentId: id, replaces: _, term: __, statutory: ___, termGiven: ____, faxBy, ...facts } = unit;
  const fax = faxBy ? { fax: { by: faxBy, sheet: 1 } } : {};
  return { id, ...facts, ...fax, status: 'waiting', term: 1, startedAt: event.at, extensions: 0, extendedDays: 0 };
}

/** A redo or reopening: the same unit works again, under a new term. */
export function beginTerms(state: CaseState, terms: readonly NewTerm[], event: CaseEvent): CaseState {
  return terms.reduce(
    (now, { assignmentId, ...term }) => withAssignment(now, assignmentId, { ...term, ...ANEW, startedAt: event.at }),
    state,
  );
}

const ANEW = {
  status: 'working',
  feedbackAt: undefined,
  outcome: undefined,
  heldSince: undefined,
  extensionPending: undefined,
  feedbackProposed: undefined,
  withdrawnBy: undefined,
} as const;

/** The case with assignments that no longer bind their units. */
export function withdraw(
  state: CaseState,
  ids: readonly string[],
  withdrawnBy: AssignmentState['withdrawnBy'],
): CaseState {
  const over = { heldSince: undefined, extensionPending: undefined, feedbackProposed: undefined };
  const change = { status: 'withdrawn', ...over, withdrawnBy } as const;
  return ids.reduce((now, id) => withAssignment(now, id, change), state);
}

/** What was still proposed is no longer asked for: all of it, or what a later fact answers. */
export function overtakeProposals(
  state: CaseState,
  which: (proposal: ProposalState) => boolean = () => true,
): CaseState {
  const proposals = Object.fromEntries(
    Object.entries(state.proposals).map(([id, proposal]) => [
      id,
      isPending(proposal) && which(proposal) ? { ...proposal, status: 'overtaken' as const } : proposal,
    ]),
  );
  return { ...state, proposals };
}
