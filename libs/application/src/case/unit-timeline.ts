import type { CaseEvent, CaseEventType, CasePayloads, CaseState } from '@hotline/domain';

/** What of a case is a unit's own. */
interface Own {
  readonly unitId: string;
  readonly assignmentIds: ReadonlySet<string>;
  readonly leads: boolean;
  readonly isViolationReport: boolean;
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
  CaseAssigned(payload, own) {
    const assignments = payload.assignments.filter(({ unitId }) => unitId === own.unitId);
    return assignments.length > 0 ? { ...payload, assignments } : undefined;
  },
  AssignmentAcknowledged: ofAssignment,
  AssignmentReturned: ofAssignment,
  ReturnRuled: (payload, own) => withoutCompletion(ofAssignment(payload, own)),
  ExtensionRequested: ofAssignment,
  ExtensionDecided: ofAssignment,
  AssignmentSuspended: ofAssignment,
  AssignmentResumed: ofAssignment,
  InterimReported: ofAssignment,
  FeedbackSubmitted: ofAssignment,
  FeedbackReviewed: (payload, own) => withoutCompletion(ofAssignment(payload, own)),
  /** The lead is told what the citizen said of the answer; his words only where he is not to stay unknown. */
  CallbackRecorded(payload, own) {
    const { text, ...answers } = payload;
    if (!own.leads) return undefined;
    return text && !own.isViolationReport ? { ...answers, text } : answers;
  },
  RedoOrdered: begunAnew,
  CaseReopened: begunAnew,
  CaseClosed: whole,
  UrgingCallRecorded: ofAssignment,
  NoticeIssued: ofAssignment,
  OnSiteSessionRecorded: ofAssignment,
  MeetingConvened: (payload, own) => (own.meetingIds.has(payload.meetingId) ? payload : undefined),
  MeetingEnded: (payload, own) => (own.meetingIds.has(payload.meetingId) ? payload : undefined),
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
    isViolationReport: state.kind === 'violation-report',
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
