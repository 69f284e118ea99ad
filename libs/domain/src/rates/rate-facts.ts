import type { Instant } from '../instant.ts';
import type { CaseEvent } from '../case/case-event.ts';
import type { AssignmentRole, CallbackResult, Satisfaction } from '../case/case-words.ts';
import type { AssignmentState, CaseState } from '../case/case-state.ts';
import { evolveCase } from '../case/evolve-case.ts';

/** One unit's duty as the rates see it: its first round, that is until it is accepted; a redo is shown apart. */
export interface AssignmentFacts {
  readonly caseNumber: string;
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: AssignmentRole;
  /** The final due, after granted extensions and suspensions. */
  readonly dueAt: Instant;
  /** The first interim report or feedback. */
  readonly firstReportAt?: Instant;
  /** When the feedback that was finally accepted was submitted; review time is not the unit's. */
  readonly acceptedFeedbackAt?: Instant;
  /** Why it is not in the due set. `merged` and `ruling` are for those who know of mergers and rulings. */
  readonly excluded?: 'returned' | 'withdrawn' | 'merged' | 'ruling';
}

/** A request as the overall completion rate sees it, as the ledger stands. */
export interface CaseFacts {
  readonly caseNumber: string;
  readonly registeredAt: Instant;
  /** Declined requests are not valid ones; a merged one is counted as its lead. */
  readonly valid: boolean;
  /** Answered at the desk (直办); else it was assigned, or waits to be. */
  readonly direct: boolean;
  /** When it was answered, completed or closed, late or not; absent while it is open, also anew. */
  readonly completedAt?: Instant;
}

/** One callback as the rates see it. */
export interface CallbackFacts {
  readonly caseNumber: string;
  /** The lead unit, whose work the citizen judges. */
  readonly unitId?: string;
  readonly at: Instant;
  readonly result: CallbackResult;
  readonly solved?: boolean;
  readonly satisfaction?: Satisfaction;
  /** The citizen's first verdict appraises; one after a redo or a reopening is shown apart. */
  readonly first: boolean;
  readonly excluded?: boolean;
}

export interface RateFacts {
  readonly case: CaseFacts;
  readonly assignments: readonly AssignmentFacts[];
  readonly callbacks: readonly CallbackFacts[];
}

/** What the rates need to know of one case, from its events. Throws on an event type it does not know. */
export function rateFactsOf(events: readonly CaseEvent[]): RateFacts {
  const assignments = new Map<string, AssignmentFacts>();
  const callbacks: CallbackFacts[] = [];
  let completedAt: Instant | undefined;
  let state: CaseState | undefined;
  for (const event of events) {
    const before = state;
    state = evolveCase(state, event);
    for (const assignment of Object.values(state.assignments)) {
      const known = assignments.get(assignment.id);
      if (known?.acceptedFeedbackAt === undefined)
        assignments.set(assignment.id, factsOf(state.caseNumber, assignment));
    }
    if (event.type === 'CallbackRecorded') callbacks.push(callbackOf(before ?? state, event, callbacks));
    completedAt = isDone(state) ? (completedAt ?? event.at) : undefined;
  }
  if (!state) throw new Error('a case has at least one event');
  const { caseNumber, registeredAt, stage } = state;
  const direct =
    events.findLast(({ type }) => type === 'AnsweredDirectly' || type === 'CaseReopened')?.type === 'AnsweredDirectly';
  const facts = {
    caseNumber,
    registeredAt,
    valid: stage !== 'declined' && stage !== 'merged',
    direct,
    ...(completedAt ? { completedAt } : {}),
  };
  if (stage !== 'merged') return { case: facts, assignments: [...assignments.values()], callbacks };
  return {
    case: facts,
    assignments: [...assignments.values()].map((row) => ({ ...row, excluded: 'merged' as const })),
    callbacks: callbacks.map((row) => ({ ...row, excluded: true })),
  };
}

function isDone({ stage }: CaseState): boolean {
  return stage === 'completed' || stage === 'closed';
}

function factsOf(caseNumber: string, assignment: AssignmentState): AssignmentFacts {
  const { id, unitId, role, dueAt, firstReportAt, feedbackAt, status, withdrawnBy } = assignment;
  return {
    caseNumber,
    assignmentId: id,
    unitId,
    role,
    dueAt,
    ...(firstReportAt ? { firstReportAt } : {}),
    ...(status === 'accepted' && feedbackAt ? { acceptedFeedbackAt: feedbackAt } : {}),
    ...(withdrawnBy ? { excluded: withdrawnBy === 'return' ? ('returned' as const) : ('withdrawn' as const) } : {}),
  };
}

function callbackOf(
  { caseNumber, assignments }: CaseState,
  { at, payload }: Extract<CaseEvent, { type: 'CallbackRecorded' }>,
  before: readonly CallbackFacts[],
): CallbackFacts {
  const lead = Object.values(assignments).find(({ role, status }) => role === 'lead' && status !== 'withdrawn');
  const { result, solved, satisfaction } = payload;
  return {
    caseNumber,
    at,
    result,
    first: !before.some((earlier) => earlier.result === 'reached'),
    ...(lead ? { unitId: lead.unitId } : {}),
    ...(solved === undefined ? {} : { solved }),
    ...(satisfaction ? { satisfaction } : {}),
  };
}
