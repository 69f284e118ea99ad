import type { HotlineAttributes, StreamWorkflowInput } from '@hotline/contracts-process';
import { activeAssignments, evolveCase, type CaseEvent, type CaseEventType, type CaseState } from '@hotline/domain';
import { runStream } from '../stream/stream-process.ts';
import type { StreamDefinition } from '../stream/stream-definition.ts';
import { caseStanding } from './case-standing.ts';

const EVENT_TYPES = Object.keys({
  CaseRegistered: true,
  CaseDeclined: true,
  AnsweredDirectly: true,
  CaseAssigned: true,
  AssignmentAcknowledged: true,
  AssignmentReturned: true,
  ReturnRuled: true,
  ExtensionRequested: true,
  ExtensionDecided: true,
  AssignmentSuspended: true,
  AssignmentResumed: true,
  InterimReported: true,
  FeedbackSubmitted: true,
  FeedbackReviewed: true,
  CallbackRecorded: true,
  RedoOrdered: true,
  SecondLookOrdered: true,
  SecondLookRecorded: true,
  CaseClosed: true,
  CaseReopened: true,
  UrgingCallRecorded: true,
  NoticeIssued: true,
  OnSiteSessionRecorded: true,
  ProposalMade: true,
  ProposalDecided: true,
  ProposalHappened: true,
  MeetingConvened: true,
  MeetingEnded: true,
  SpecialReportDrafted: true,
  SpecialReportSubmitted: true,
  InstructionGiven: true,
  SpecialReportEnded: true,
  RungActed: true,
} satisfies Record<CaseEventType, true>);

/** A case as a stream with a workflow. */
export const caseStream: StreamDefinition<CaseState> = {
  eventTypes: EVENT_TYPES,
  evolve: { 1: (state, event) => evolveCase(state, event as CaseEvent) },
  attributes: caseAttributes,
  standing: caseStanding,
  isOver: ({ stage }) => stage === 'closed' || stage === 'declined',
  openings: {
    openedBy(event) {
      const { type, payload } = event as CaseEvent;
      if (type === 'MeetingConvened') return payload.meetingId;
      return type === 'SpecialReportSubmitted' ? payload.reportId : undefined;
    },
    isOpen: ({ openMeetingId, openReportId }, stream) => stream === openMeetingId || stream === openReportId,
  },
};

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
