import type { HotlineAttributes, StreamSignal, StreamWorkflowInput } from '@hotline/contracts-process';
import { activeAssignments, evolveCase, type CaseEvent, type CaseEventType, type CaseState } from '@hotline/domain';
import { runStream } from '../stream/stream-process.ts';
import type { StreamDefinition } from '../stream/stream-definition.ts';
import { caseStanding } from './case-standing.ts';

const EVENT_TYPES = Object.keys({
  CaseRegistered: true,
  RequestClassified: true,
  AttachmentAdded: true,
  CallRecorded: true,
  UrgencyRaised: true,
  CaseMerged: true,
  CaseUnmerged: true,
  IncidentOpened: true,
  IncidentJoined: true,
  IncidentEnded: true,
  CaseDeclined: true,
  AnsweredDirectly: true,
  CaseAssigned: true,
  FaxResent: true,
  FaxReported: true,
  AssignmentAcknowledged: true,
  AssignmentReturned: true,
  ReturnRuled: true,
  DisputeRaised: true,
  DisputeRuled: true,
  TermChanged: true,
  ExtensionRequested: true,
  ExtensionDecided: true,
  AssignmentSuspended: true,
  AssignmentResumed: true,
  CitizenContacted: true,
  HandedOverWithin: true,
  FeedbackProposed: true,
  FeedbackProposalDecided: true,
  InterimReported: true,
  FeedbackSubmitted: true,
  FeedbackReviewed: true,
  CallbackInvited: true,
  CallbackRecorded: true,
  RedoOrdered: true,
  SecondLookOrdered: true,
  SecondLookRecorded: true,
  CaseClosed: true,
  BooksReviewed: true,
  SampleLookRecorded: true,
  QualityChecked: true,
  QualityAppealed: true,
  QualityAppealDecided: true,
  CaseReopened: true,
  UrgingCallRecorded: true,
  NoticeIssued: true,
  DocumentIssued: true,
  ReturnSlipReceived: true,
  OnSiteSessionPlanned: true,
  OnSiteSessionCancelled: true,
  OnSiteSessionRecorded: true,
  TalkHeld: true,
  CriticismPublished: true,
  LeaderAsked: true,
  LeaderAnswered: true,
  ProposalMade: true,
  ProposalDecided: true,
  ProposalHappened: true,
  MeetingConvened: true,
  MeetingEnded: true,
  ConferenceDecided: true,
  SpecialReportDrafted: true,
  SpecialReportJoined: true,
  SpecialReportSubmitted: true,
  InstructionGiven: true,
  SpecialReportEnded: true,
  EmergencyTransferred: true,
  TransferReceipted: true,
  TransferOutcomeRecorded: true,
  HandOverReceipted: true,
  EmergencyDeclared: true,
  UrgentReportRequired: true,
  UrgentReportSent: true,
  ResultReturned: true,
  ClockAdvanced: true,
  DeadlinesMoved: true,
  RungActed: true,
} satisfies Record<CaseEventType, true>);

/** Rungs that only its handlers hear of. To list a case by them costs Temporal more than to act on them. */
const REMINDERS: ReadonlySet<string> = new Set(['unread', 'reminder', 'yellow', 'red']);

/** A case as a stream with a workflow. */
export const caseStream: StreamDefinition<CaseState> = {
  eventTypes: EVENT_TYPES,
  evolve: { 1: foldCase, 2: foldCase },
  attributes: caseAttributes,
  isShown: ({ rulesVersion }, rung) => rulesVersion === 1 || !REMINDERS.has(rung),
  standing: caseStanding,
  openings: {
    openedBy(event) {
      const { type, payload } = event as CaseEvent;
      if (type === 'MeetingConvened') return payload.meetingId;
      // A report that covers other cases too is started by the one it was drafted for.
      const own = type === 'SpecialReportSubmitted' && payload.reportId.startsWith(`${event.stream}-`);
      return own ? payload.reportId : undefined;
    },
    // The relay starts those of a training: a workflow does not skip time while a child of it runs.
    isOpen: ({ openMeetingId, openReportId, training }, stream) =>
      !training && (stream === openMeetingId || stream === openReportId),
  },
};

function foldCase(state: CaseState | undefined, event: StreamSignal): CaseState {
  return evolveCase(state, event as CaseEvent);
}

function caseAttributes(state: CaseState): HotlineAttributes {
  const bound = activeAssignments(state);
  const owed =
    state.stage === 'assigned' || state.stage === 'registered'
      ? bound.filter(({ status }) => status !== 'accepted')
      : [];
  return {
    HotlineStage: state.stage,
    HotlineUrgency: state.urgency,
    HotlineCategory: state.categoryId,
    HotlineUnits: bound.map(({ unitId }) => unitId).sort(),
    HotlineDue: owed.map(({ dueAt }) => dueAt).sort()[0],
  };
}

/** The life of a case, from the call to its close: it always knows what happens next, and when. */
export async function caseWorkflow(input: StreamWorkflowInput): Promise<void> {
  await runStream(caseStream, input);
}
