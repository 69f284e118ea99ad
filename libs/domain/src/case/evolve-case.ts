import { entryOf } from '../entry.ts';
import { changeLadders, climb, NO_LADDERS } from '../ledger/ladder.ts';
import type { AssignedUnit, CaseEvent, CaseEventType, Completion, NewTerm } from './case-event.ts';
import { isPending, openAssignments, type AssignmentState, type CaseState, type ProposalState } from './case-state.ts';

type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;
type Folds = {
  readonly [Type in Exclude<CaseEventType, 'CaseRegistered'>]: (state: CaseState, event: EventOf<Type>) => CaseState;
};

/**
 * The case after one more event. Pure; the same in the API, in the workflow and in the verifier of the ledger.
 * Throws on an event type it does not know: an unknown event blocks, it is never skipped.
 */
export function evolveCase(state: CaseState | undefined, event: CaseEvent): CaseState {
  const folded = event.type === 'CaseRegistered' ? register(event) : foldKnown(state, event);
  return {
    ...folded,
    head: { number: event.number, hash: event.hash },
    ladders: changeLadders(folded.ladders, event.payload.ladders),
  };
}

function foldKnown(state: CaseState | undefined, event: Exclude<CaseEvent, { type: 'CaseRegistered' }>): CaseState {
  const fold = entryOf<unknown>(FOLDS, event.type) as ((state: CaseState, event: CaseEvent) => CaseState) | undefined;
  if (!fold) throw new Error(`unknown case event ${String(event.type)}`);
  if (!state) throw new Error(`a case begins with CaseRegistered, not ${event.type}`);
  return fold(state, event);
}

function register(event: EventOf<'CaseRegistered'>): CaseState {
  const { rulesVersion, policyVersion, kind, urgency, categoryId } = event.payload;
  return {
    caseNumber: event.stream,
    head: { number: event.number, hash: event.hash },
    rulesVersion,
    policyVersion,
    stage: 'registered',
    kind,
    urgency,
    categoryId,
    registeredAt: event.at,
    assignments: {},
    proposals: {},
    returns: 0,
    redos: 0,
    callbacks: 0,
    callbackTries: 0,
    meetings: 0,
    reports: 0,
    ladders: NO_LADDERS,
  };
}

function withAssignment(state: CaseState, id: string, change: Partial<AssignmentState>): CaseState {
  const assignment = state.assignments[id];
  if (!assignment) throw new Error(`no assignment ${id}`);
  return { ...state, assignments: { ...state.assignments, [id]: { ...assignment, ...change } } };
}

function withProposal(state: CaseState, id: string, change: Partial<ProposalState>): CaseState {
  const proposal = state.proposals[id];
  if (!proposal) throw new Error(`no proposal ${id}`);
  return { ...state, proposals: { ...state.proposals, [id]: { ...proposal, ...change } } };
}

function begin(unit: AssignedUnit, event: CaseEvent): AssignmentState {
  const { assignmentId: id, replaces: _, term: __, ...facts } = unit;
  return { id, ...facts, status: 'waiting', term: 1, startedAt: event.at, extensions: 0, extendedDays: 0 };
}

/** A redo or reopening: the same unit works again, under a new term. */
function beginTerms(state: CaseState, terms: readonly NewTerm[], event: CaseEvent): CaseState {
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
  withdrawnBy: undefined,
} as const;

function withdraw(state: CaseState, ids: readonly string[], withdrawnBy: AssignmentState['withdrawnBy']): CaseState {
  const change = { status: 'withdrawn', heldSince: undefined, extensionPending: undefined, withdrawnBy } as const;
  return ids.reduce((now, id) => withAssignment(now, id, change), state);
}

/** What was still proposed is no longer asked for: all of it, or what a later fact answers. */
function overtakeProposals(state: CaseState, which: (proposal: ProposalState) => boolean = () => true): CaseState {
  const proposals = Object.fromEntries(
    Object.entries(state.proposals).map(([id, proposal]) => [
      id,
      isPending(proposal) && which(proposal) ? { ...proposal, status: 'overtaken' as const } : proposal,
    ]),
  );
  return { ...state, proposals };
}

function complete(state: CaseState, { outcome }: Completion): CaseState {
  return { ...overtakeProposals(state), stage: 'completed', outcome, callbackTries: 0 };
}

const concerns =
  (id: string) =>
  ({ assignmentId }: ProposalState): boolean =>
    assignmentId === id;

const unchanged = (state: CaseState): CaseState => state;

const FOLDS: Folds = {
  CaseDeclined: (state) => ({ ...overtakeProposals(state), stage: 'declined' }),
  AnsweredDirectly: (state) => ({ ...overtakeProposals(state), stage: 'closed', outcome: 'explained' }),
  CaseAssigned: (state, event) => {
    const { assignments, urgency } = event.payload;
    const replaced = assignments.flatMap(({ replaces }) => replaces ?? []);
    const now = withdraw(state, replaced, 'replacement');
    const begun = Object.fromEntries(assignments.map((unit) => [unit.assignmentId, begin(unit, event)]));
    return {
      ...overtakeProposals(now, ({ assignmentId }) => assignmentId !== undefined && replaced.includes(assignmentId)),
      stage: 'assigned',
      urgency,
      citizenDueAt: state.citizenDueAt ?? assignments.find(({ role }) => role === 'lead')?.dueAt,
      assignments: { ...now.assignments, ...begun },
    };
  },
  AssignmentAcknowledged: (state, event) =>
    withAssignment(state, event.payload.assignmentId, { status: 'working', acknowledgedAt: event.at }),
  AssignmentReturned: (state, event) => ({
    ...withAssignment(state, event.payload.assignmentId, { status: 'return-pending', heldSince: event.at }),
    returns: event.payload.returnNumber,
  }),
  ReturnRuled: (state, event) => {
    const { assignmentId, ruling, dueAt, provisional, answerBy, completed } = event.payload;
    const assignment = state.assignments[assignmentId];
    if (ruling === 'accepted') {
      const now = withdraw(overtakeProposals(state, concerns(assignmentId)), [assignmentId], 'return');
      if (completed) return complete(now, completed);
      return answerBy ? { ...now, stage: 'registered' } : now;
    }
    return withAssignment(state, assignmentId, {
      status: assignment?.acknowledgedAt ? 'working' : 'waiting',
      designated: ruling === 'designated' || assignment?.designated === true,
      heldSince: undefined,
      provisional: provisional ?? assignment?.provisional ?? false,
      ...(dueAt ? { dueAt } : {}),
    });
  },
  ExtensionRequested: (state, event) =>
    withAssignment(state, event.payload.assignmentId, { extensionPending: { workingDays: event.payload.workingDays } }),
  ExtensionDecided: (state, event) => {
    const { assignmentId, granted, term, dueAt, provisional } = event.payload;
    const assignment = state.assignments[assignmentId];
    if (!granted || !assignment || term === undefined || dueAt === undefined)
      return withAssignment(state, assignmentId, { extensionPending: undefined });
    return withAssignment(state, assignmentId, {
      extensionPending: undefined,
      extensions: assignment.extensions + 1,
      extendedDays: assignment.extendedDays + (assignment.extensionPending?.workingDays ?? 0),
      term,
      dueAt,
      provisional: provisional ?? assignment.provisional,
    });
  },
  AssignmentSuspended: (state, event) =>
    withAssignment(state, event.payload.assignmentId, { status: 'suspended', heldSince: event.at }),
  AssignmentResumed: (state, event) => {
    const { assignmentId, dueAt, provisional } = event.payload;
    const change = { status: 'working', heldSince: undefined, dueAt } as const;
    return withAssignment(state, assignmentId, provisional === undefined ? change : { ...change, provisional });
  },
  InterimReported: (state, event) => {
    const { assignmentId } = event.payload;
    return withAssignment(state, assignmentId, {
      firstReportAt: state.assignments[assignmentId]?.firstReportAt ?? event.at,
    });
  },
  FeedbackSubmitted: (state, event) => {
    const { assignmentId, outcome, booksReviewAt } = event.payload;
    return withAssignment(state, assignmentId, {
      status: 'feedback',
      feedbackAt: event.at,
      firstReportAt: state.assignments[assignmentId]?.firstReportAt ?? event.at,
      extensionPending: undefined,
      outcome,
      booksReviewAt,
    });
  },
  FeedbackReviewed: (state, event) => {
    const { assignmentId, accepted, completed } = event.payload;
    if (!accepted) return withAssignment(state, assignmentId, { status: 'working', feedbackAt: undefined });
    const now = withAssignment(overtakeProposals(state, concerns(assignmentId)), assignmentId, { status: 'accepted' });
    return completed ? complete(now, completed) : now;
  },
  CallbackRecorded: (state, event) => ({
    ...state,
    callbacks: event.payload.callbackNumber,
    callbackTries: state.callbackTries + 1,
    firstSatisfaction: state.firstSatisfaction ?? event.payload.satisfaction,
  }),
  RedoOrdered: (state, event) => ({
    ...beginTerms(state, event.payload.terms, event),
    stage: 'assigned',
    redos: event.payload.redoNumber,
    outcome: undefined,
  }),
  SecondLookOrdered: (state) => ({ ...state, stage: 'second-look' }),
  SecondLookRecorded: unchanged,
  CaseClosed: (state, event) => {
    const open = openAssignments(state).map(({ id }) => id);
    return { ...overtakeProposals(withdraw(state, open, 'closing')), stage: 'closed', outcome: event.payload.outcome };
  },
  CaseReopened: (state, event) => ({
    ...beginTerms(state, event.payload.terms, event),
    stage: event.payload.answerBy ? 'registered' : 'assigned',
    outcome: undefined,
  }),
  UrgingCallRecorded: unchanged,
  NoticeIssued: unchanged,
  OnSiteSessionRecorded: unchanged,
  ProposalMade: (state, event) => {
    const { proposalId: id, kind, assignmentId, reportId, decideBy } = event.payload;
    const proposal: ProposalState = { id, kind, assignmentId, reportId, status: 'open', decideBy };
    const before = Object.values(state.proposals).map((other) =>
      other.kind === kind && other.assignmentId === assignmentId && other.status === 'postponed'
        ? { ...other, status: 'overtaken' as const }
        : other,
    );
    const all = [...before, proposal].map((one) => [one.id, one] as const);
    return { ...state, proposals: Object.fromEntries(all) };
  },
  ProposalDecided: (state, event) => {
    const { proposalId, decision } = event.payload;
    const status = decision === 'do-it' ? 'accepted' : decision === 'no' ? 'refused' : 'postponed';
    return withProposal(state, proposalId, { status });
  },
  ProposalHappened: (state, event) => withProposal(state, event.payload.proposalId, { status: 'happened' }),
  MeetingConvened: (state, event) => ({
    ...overtakeProposals(state, ({ kind }) => kind === 'joint-meeting'),
    meetings: state.meetings + 1,
    openMeetingId: event.payload.meetingId,
  }),
  MeetingEnded: (state) => ({ ...state, openMeetingId: undefined }),
  SpecialReportDrafted: (state, event) => ({
    ...state,
    reports: state.reports + 1,
    openReportId: event.payload.reportId,
    openReportIssued: undefined,
  }),
  SpecialReportSubmitted: (state, event) => ({
    ...overtakeProposals(state, ({ reportId }) => reportId === event.payload.reportId),
    openReportIssued: true,
  }),
  InstructionGiven: unchanged,
  SpecialReportEnded: (state, event) => ({
    ...overtakeProposals(state, ({ reportId }) => reportId === event.payload.reportId),
    openReportId: undefined,
    openReportIssued: undefined,
  }),
  RungActed: (state, event) => ({ ...state, ladders: climb(state.ladders, event.payload) }),
};
