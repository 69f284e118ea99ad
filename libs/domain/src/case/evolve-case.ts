import { entryOf } from '../entry.ts';
import { climb, NO_LADDERS } from '../ledger/ladder.ts';
import { standingAt } from '../ledger/standing-at.ts';
import { UnknownEvent } from '../ledger/unknown-event.ts';
import type { CaseEvent, CaseEventType, Completion, Reachable } from './case-event.ts';
import { EMERGENCY_FOLDS } from './emergency/evolve-emergency.ts';
import { openAssignments, type CaseState, type ProposalState } from './case-state.ts';
import { CLOSING_FOLDS } from './evolve-closing.ts';
import { begin, beginTerms, overtakeProposals, withAssignment, withdraw, withProposal } from './fold-parts.ts';
import { WITHIN_UNIT_FOLDS } from './within-unit/evolve-within-unit.ts';

type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;
type Folds = {
  readonly [Type in Exclude<CaseEventType, 'CaseRegistered'>]: (state: CaseState, event: EventOf<Type>) => CaseState;
};

/**
 * The case after one more event. Pure; the same in the API, in the workflow and in the verifier of the ledger.
 * Throws on an event type it does not know: an unknown event blocks, it is never skipped.
 */
export function evolveCase(state: CaseState | undefined, event: CaseEvent): CaseState {
  return standingAt(settled(event.type === 'CaseRegistered' ? register(event) : foldKnown(state, event)), event);
}

/** Once no unit works, nobody disputes whose duty it is. */
function settled(state: CaseState): CaseState {
  const underWay = state.stage === 'registered' || state.stage === 'assigned';
  return state.dispute && !underWay ? { ...state, dispute: undefined } : state;
}

function foldKnown(state: CaseState | undefined, event: Exclude<CaseEvent, { type: 'CaseRegistered' }>): CaseState {
  const fold = entryOf<unknown>(FOLDS, event.type) as ((state: CaseState, event: CaseEvent) => CaseState) | undefined;
  if (!fold) throw new UnknownEvent(event);
  if (!state) throw new Error(`a case begins with CaseRegistered, not ${event.type}`);
  return fold(state, event);
}

function register(event: EventOf<'CaseRegistered'>): CaseState {
  const { rulesVersion, policyVersion, kind, urgency, categoryId, training, reachable, confidential } = event.payload;
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
    ...(event.payload.handedOver ? { handOver: {} } : {}),
    ...(event.payload.resultBy ? { handDown: { resultBy: event.payload.resultBy } } : {}),
    ...(event.payload.help ? { help: event.payload.help } : {}),
    ...(event.payload.externalDueAt ? { externalDueAt: event.payload.externalDueAt } : {}),
    calledAt: [event.at],
    ...(reachable ? { reachable } : {}),
    ...(confidential ? { confidential } : {}),
    merged: [],
    ...(training ? { training: { ahead: 0 } } : {}),
    assignments: {},
    proposals: {},
    documents: {},
    questions: {},
    returns: 0,
    redos: 0,
    callbacks: 0,
    callbackTries: 0,
    meetings: 0,
    reports: 0,
    ladders: NO_LADDERS,
  };
}

const NOT_CALLED = {
  callbackTries: 0,
  callbackHours: undefined,
  callbackPostponed: undefined,
  invited: undefined,
} as const;

function complete(state: CaseState, { outcome }: Completion): CaseState {
  return { ...overtakeProposals(state), stage: 'completed', outcome, ...NOT_CALLED };
}

const concerns =
  (id: string) =>
  ({ assignmentId }: ProposalState): boolean =>
    assignmentId === id;

const unchanged = (state: CaseState): CaseState => state;

/** Who wrote is told of more than who is on the phone. */
function withReachable(state: CaseState, { reachable }: { readonly reachable?: Reachable }): CaseState {
  if (!reachable || state.reachable === 'in-writing') return state;
  return { ...state, reachable };
}

/** A slip answers every paper of the assignment that still waited for one. */
function foldReturnSlip(state: CaseState, { at, payload }: EventOf<'ReturnSlipReceived'>): CaseState {
  const documents = Object.entries(state.documents).map(([id, document]) => {
    const answered = document.assignmentId === payload.assignmentId && document.answerBy && !document.returnedAt;
    return [id, answered ? { ...document, returnedAt: at } : document] as const;
  });
  return { ...state, documents: Object.fromEntries(documents) };
}

function foldDocument(state: CaseState, { at, payload }: EventOf<'DocumentIssued'>): CaseState {
  const { documentId: id, kind, assignmentId, number, answerBy } = payload;
  const document = {
    id,
    kind,
    assignmentId,
    issuedAt: at,
    ...(number ? { number } : {}),
    ...(answerBy ? { answerBy } : {}),
  };
  return { ...state, documents: { ...state.documents, [id]: document } };
}

/** In the case that was merged its units are let go; in the one that carries on the callers become more. */
function foldMerging(state: CaseState, { payload }: EventOf<'CaseMerged'>): CaseState {
  const { lead, merged, calledAt = [] } = payload;
  if (merged !== state.caseNumber)
    return {
      ...withReachable(state, payload),
      merged: [...state.merged, merged],
      calledAt: [...state.calledAt, ...calledAt].toSorted(),
    };
  const open = openAssignments(state).map(({ id }) => id);
  return { ...overtakeProposals(withdraw(state, open, 'merge')), stage: 'merged', mergedInto: lead };
}

function foldUnmerging(state: CaseState, event: EventOf<'CaseUnmerged'>): CaseState {
  const { merged, terms, answerBy } = event.payload;
  if (merged !== state.caseNumber) return { ...state, merged: state.merged.filter((number) => number !== merged) };
  const stage = answerBy ? 'registered' : 'assigned';
  return { ...beginTerms(state, terms, event), stage, mergedInto: undefined };
}

/** Another policy or another calendar: what of the state says when a wait ends, follows its wait. */
function foldMoving(state: CaseState, { payload }: EventOf<'DeadlinesMoved'>): CaseState {
  const { policyVersion, waits, citizenDueAt } = payload;
  const moved = waits.reduce<CaseState>((now, { subject, to, provisional, firstTerm }) => {
    const [id = '', wait] = subject.split('/');
    if (id === 'proposal' && wait) return withProposal(now, wait, { decideBy: to });
    if (wait === 'acknowledge') return withAssignment(now, id, { acknowledgeBy: to });
    if (wait !== 'due') return now;
    const firmness = provisional === undefined ? {} : { provisional };
    return withAssignment(now, id, { dueAt: to, ...firmness, ...(firstTerm === undefined ? {} : { firstTerm }) });
  }, state);
  return { ...moved, policyVersion, ...(citizenDueAt ? { citizenDueAt } : {}) };
}

const FOLDS: Folds = {
  ...EMERGENCY_FOLDS,
  ...CLOSING_FOLDS,
  ...WITHIN_UNIT_FOLDS,
  RequestClassified: (state, event) => ({ ...state, kind: event.payload.kind, categoryId: event.payload.categoryId }),
  CallRecorded: (state, event) => ({
    ...withReachable(state, event.payload),
    calledAt: [...state.calledAt, event.at].toSorted(),
  }),
  AttachmentAdded: (state) => ({ ...state, attachments: (state.attachments ?? 0) + 1 }),
  UrgencyRaised: (state, event) => ({ ...state, urgency: event.payload.to }),
  CaseMerged: foldMerging,
  CaseUnmerged: foldUnmerging,
  IncidentOpened: (state) => ({ ...state, incident: state.caseNumber, incidentOpen: true }),
  IncidentJoined: (state, event) => ({ ...state, incident: event.payload.incident }),
  IncidentEnded: (state) => ({ ...state, incidentOpen: undefined }),
  CaseDeclined: (state, event) => ({
    ...overtakeProposals(state),
    stage: 'declined',
    declinedFor: event.payload.reason,
  }),
  AnsweredDirectly: (state, event) => ({
    ...overtakeProposals(state),
    stage: 'closed',
    outcome: 'explained',
    closedAt: event.at,
  }),
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
  FaxResent: (state, { payload: { assignmentId, sheet, by } }) =>
    withAssignment(state, assignmentId, { fax: { by, sheet } }),
  FaxReported: (state, { payload: { assignmentId, sheet, result } }) => {
    const fax = state.assignments[assignmentId]?.fax;
    return fax?.sheet === sheet ? withAssignment(state, assignmentId, { fax: { ...fax, result } }) : state;
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
  DisputeRaised: (state, { payload: { assignmentId, unitIds, ruleBy } }) => ({
    ...state,
    dispute: { assignmentId, unitIds, ruleBy },
  }),
  DisputeRuled: (state, { payload: { assignmentId, moved } }) => ({
    ...(moved
      ? // Without a lead until the next event: a co unit that leads from then on ends its helping.
        {
          ...withdraw(overtakeProposals(state, concerns(assignmentId)), [assignmentId], 'dispute'),
          stage: 'registered',
        }
      : withAssignment(state, assignmentId, { designated: true })),
    dispute: undefined,
  }),
  TermChanged: (state, { payload: { assignmentId, term, dueAt, provisional } }) =>
    withAssignment(state, assignmentId, { term, dueAt, provisional }),
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
  CitizenContacted: (state, event) => {
    const { assignmentId, contactedAt } = event.payload;
    return withAssignment(state, assignmentId, {
      firstContactAt: state.assignments[assignmentId]?.firstContactAt ?? contactedAt,
    });
  },
  InterimReported: (state, event) => {
    const { assignmentId } = event.payload;
    return withAssignment(state, assignmentId, {
      firstReportAt: state.assignments[assignmentId]?.firstReportAt ?? event.at,
    });
  },
  FeedbackSubmitted: (state, event) => {
    const { assignmentId, outcome, booksReviewAt, contactedAt, contactMethod } = event.payload;
    return withAssignment(state, assignmentId, {
      status: 'feedback',
      feedbackAt: event.at,
      firstReportAt: state.assignments[assignmentId]?.firstReportAt ?? event.at,
      firstContactAt: state.assignments[assignmentId]?.firstContactAt ?? contactedAt,
      answeredHow: contactMethod,
      extensionPending: undefined,
      feedbackProposed: undefined,
      outcome,
      booksReviewAt,
    });
  },
  FeedbackReviewed: (state, event) => {
    const { assignmentId, accepted, completed } = event.payload;
    if (!accepted) return withAssignment(state, assignmentId, { status: 'working', feedbackAt: undefined });
    const done = withAssignment(overtakeProposals(state, concerns(assignmentId)), assignmentId, { status: 'accepted' });
    const now = state.assignments[assignmentId]?.role === 'lead' ? { ...done, dispute: undefined } : done;
    return completed ? complete(now, completed) : now;
  },
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
    const ended = { stage: 'closed', outcome: event.payload.outcome, closedAt: event.at } as const;
    return { ...overtakeProposals(withdraw(state, open, 'closing')), ...ended };
  },
  CaseReopened: (state, event) => ({
    ...beginTerms(state, event.payload.terms, event),
    stage: event.payload.answerBy ? 'registered' : 'assigned',
    outcome: undefined,
    closedAt: undefined,
  }),
  UrgingCallRecorded: unchanged,
  NoticeIssued: unchanged,
  DocumentIssued: foldDocument,
  ReturnSlipReceived: foldReturnSlip,
  OnSiteSessionPlanned: (state, { payload: { assignmentId, session, startsAt, sequence } }) =>
    withAssignment(state, assignmentId, { onSite: { startsAt, sequence }, onSites: session }),
  OnSiteSessionCancelled: (state, event) => withAssignment(state, event.payload.assignmentId, { onSite: undefined }),
  OnSiteSessionRecorded: (state, event) => withAssignment(state, event.payload.assignmentId, { onSite: undefined }),
  TalkHeld: unchanged,
  CriticismPublished: unchanged,
  LeaderAsked: (state, { payload: { questionId: id, leaderId, answerBy } }) => ({
    ...state,
    questions: { ...state.questions, [id]: { id, leaderId, answerBy } },
  }),
  LeaderAnswered: (state, { at, payload: { questionId: id } }) => {
    const question = state.questions[id];
    if (!question) throw new Error(`no question ${id}`);
    return { ...state, questions: { ...state.questions, [id]: { ...question, answeredAt: at } } };
  },
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
  MeetingEnded: (state, { payload: { meetingId, result, inVain } }) => ({
    ...state,
    openMeetingId: undefined,
    ...(inVain ? { unsettled: { meetingId, ...inVain } } : {}),
    ...(result === 'settled' ? { unsettled: undefined } : {}),
  }),
  ConferenceDecided: (state) => state,
  SpecialReportDrafted: (state, event) => ({
    ...state,
    reports: state.reports + 1,
    openReportId: event.payload.reportId,
    openReportIssued: undefined,
  }),
  SpecialReportJoined: (state, event) => ({
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
  ClockAdvanced: (state, event) => ({
    ...state,
    training: { ahead: (state.training?.ahead ?? 0) + event.payload.milliseconds },
  }),
  DeadlinesMoved: foldMoving,
  RungActed: (state, event) => ({ ...state, ladders: climb(state.ladders, event.payload) }),
};
