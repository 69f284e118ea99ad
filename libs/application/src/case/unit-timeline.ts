import { hidesCaller, type CaseEvent, type CaseEventType, type CasePayloads, type CaseState } from '@hotline/domain';

/** What of a case is a unit's own. */
interface Own {
  readonly unitId: string;
  readonly assignmentIds: ReadonlySet<string>;
  readonly leads: boolean;
  readonly hidesCaller: boolean;
  readonly meetingIds: ReadonlySet<string>;
}

/** What of an event's facts a unit is shown; nothing when the event is not its own. Types that are not named here are not shown. */
type Cuts = {
  readonly [Type in CaseEventType]?: (payload: CasePayloads[Type], own: Own) => Partial<CasePayloads[Type]> | undefined;
};

const whole = <Payload>(payload: Payload): Payload => payload;
const ofAssignment = <Payload extends { readonly assignmentId: string }>(payload: Payload, own: Own) =>
  own.assignmentIds.has(payload.assignmentId) ? payload : undefined;
const begunAnew = <Payload extends Pick<CasePayloads['RedoOrdered'], 'terms'>>(payload: Payload, own: Own) => {
  const terms = payload.terms.filter(({ assignmentId }) => own.assignmentIds.has(assignmentId));
  return terms.length > 0 ? { ...payload, terms } : undefined;
};

const CUTS: Cuts = {
  CaseRegistered: whole,
  RequestClassified: whole,
  CallRecorded({ text, ...facts }, own) {
    return own.hidesCaller ? facts : { ...facts, text };
  },
  AttachmentAdded(payload, own) {
    const isOwn = payload.unitId === own.unitId;
    return isOwn || (payload.unitId === undefined && !own.hidesCaller) ? payload : undefined;
  },
  UrgencyRaised: whole,
  CaseMerged({ lead, merged }) {
    return { lead, merged };
  },
  CaseUnmerged: begunAnew,
  CaseAssigned(payload, own) {
    const { suggested: _, termReason, ...shown } = payload;
    const assignments = payload.assignments.filter(({ unitId }) => unitId === own.unitId);
    const why = termReason && assignments.some(({ termGiven }) => termGiven) ? { termReason } : {};
    return assignments.length > 0 ? { ...shown, ...why, assignments } : undefined;
  },
  FaxResent: ofAssignment,
  FaxReported: ofAssignment,
  AssignmentAcknowledged: ofAssignment,
  AssignmentReturned: ofAssignment,
  EmergencyDeclared(payload, own) {
    const terms = payload.terms.filter(({ assignmentId }) => own.assignmentIds.has(assignmentId));
    return { ...payload, terms };
  },
  ReturnRuled: (payload, own) => withoutCompletion(ofAssignment(payload, own)),
  DisputeRaised: ofAssignment,
  DisputeRuled: ofAssignment,
  TermChanged: ofAssignment,
  ExtensionRequested: ofAssignment,
  ExtensionDecided: ofAssignment,
  AssignmentSuspended: ofAssignment,
  AssignmentResumed: ofAssignment,
  CitizenContacted: ofAssignment,
  HandedOverWithin: ofAssignment,
  FeedbackProposed: ofAssignment,
  FeedbackProposalDecided: ofAssignment,
  InterimReported: ofAssignment,
  FeedbackSubmitted: ofAssignment,
  FeedbackReviewed: (payload, own) => withoutCompletion(ofAssignment(payload, own)),
  /** The lead is told what the citizen said of the answer; his words only where he is not to stay unknown. */
  CallbackRecorded(payload, own) {
    const { text, ...answers } = payload;
    if (!own.leads) return undefined;
    return text && !own.hidesCaller ? { ...answers, text } : answers;
  },
  RedoOrdered: begunAnew,
  CaseReopened: begunAnew,
  CaseClosed: whole,
  UrgingCallRecorded: ofAssignment,
  NoticeIssued: ofAssignment,
  DocumentIssued: ofAssignment,
  ReturnSlipReceived: ofAssignment,
  OnSiteSessionPlanned: ofAssignment,
  OnSiteSessionCancelled: ofAssignment,
  OnSiteSessionRecorded: ofAssignment,
  TalkHeld: ofAssignment,
  CriticismPublished: ofAssignment,
  MeetingConvened: (payload, own) => (own.meetingIds.has(payload.meetingId) ? payload : undefined),
  MeetingEnded: (payload, own) => (own.meetingIds.has(payload.meetingId) ? payload : undefined),
  ConferenceDecided: whole,
  DeadlinesMoved: (payload, own) => {
    const waits = payload.waits.filter(({ subject }) => own.assignmentIds.has(subject.split('/')[0] ?? ''));
    return waits.length > 0 ? { ...payload, waits } : undefined;
  },
  RungActed: (payload, own) => (own.assignmentIds.has(payload.subject.split('/')[0] ?? '') ? payload : undefined),
};

/** Whether others were done too is the center's to know. */
function withoutCompletion<Payload extends { readonly completed?: unknown; readonly answerBy?: unknown }>(
  payload: Payload | undefined,
): Omit<Payload, 'completed' | 'answerBy'> | undefined {
  if (!payload) return undefined;
  const { completed: _, answerBy: __, ...shown } = payload;
  return shown;
}

/** A case's events as a unit may see them: what befell its own assignments, without others and without consequences. */
export function eventsForUnit(
  state: CaseState,
  events: readonly CaseEvent[],
  unitId: string,
  meetingIds: ReadonlySet<string>,
): CaseEvent[] {
  const assignments = Object.values(state.assignments).filter((assignment) => assignment.unitId === unitId);
  const own: Own = {
    unitId,
    assignmentIds: new Set(assignments.map(({ id }) => id)),
    leads: assignments.some(({ role, status }) => role === 'lead' && status !== 'withdrawn'),
    hidesCaller: hidesCaller(state),
    meetingIds,
  };
  return events.flatMap((event) => {
    const cut = CUTS[event.type] as ((payload: object, own: Own) => object | undefined) | undefined;
    const payload = cut?.(event.payload, own);
    if (!payload) return [];
    const { effects: _, ladders: __, ...facts } = payload as CaseEvent['payload'];
    return [{ ...event, payload: facts } as CaseEvent];
  });
}
