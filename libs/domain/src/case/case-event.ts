import type { Instant } from '../instant.ts';
import type { ProposalKind } from '../ledger/effect.ts';
import type { EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import type { RungActed } from '../ledger/ladder.ts';
import type { RequestKind, Urgency } from '../policy/policy.ts';
import type { Term } from '../working-time/working-time.ts';

/** Words and files lie elsewhere; an event names them by id and SHA-256 of the UTF-8 text. */
export interface TextReference {
  readonly id: string;
  readonly sha256: string;
}

export const OUTCOMES = ['solved', 'partly', 'explained', 'unreasonable', 'on-books', 'legal-procedure'] as const;
/** 已解决, 部分解决, 解释说明, 诉求不合理, 挂账, 转法定程序 */
export type Outcome = (typeof OUTCOMES)[number];

export const CALLBACK_RESULTS = ['reached', 'not-reached', 'refused'] as const;
export type CallbackResult = (typeof CALLBACK_RESULTS)[number];

export const SATISFACTIONS = ['satisfied', 'basically', 'dissatisfied'] as const;
/** 满意, 基本满意, 不满意 */
export type Satisfaction = (typeof SATISFACTIONS)[number];

export const DECLINE_REASONS = ['litigation', 'arbitration', 'petition-in-course', 'not-ours', 'nuisance'] as const;
/** Why a request is not the hotline's to handle (不予受理). */
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const CONTACT_METHODS = ['phone', 'visit', 'letter', 'message', 'meeting'] as const;
export type ContactMethod = (typeof CONTACT_METHODS)[number];

export type AssignmentRole = 'lead' | 'co';

/** One unit's duty as it begins. */
export interface AssignedUnit {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: AssignmentRole;
  /** Online here (网络成员单位); any other unit is reached by fax and phone. */
  readonly member: boolean;
  readonly designated: boolean;
  readonly acknowledgeBy: Instant;
  readonly dueAt: Instant;
  /** Milliseconds of the first term, of its own time: working, or around the clock. Extensions together never exceed it. */
  readonly firstTerm: number;
  /** The term that was applied; absent where the unit was given a due of its own. */
  readonly term?: Term;
  /** Its term runs day and night (an emergency): a hold moves it by the clock. */
  readonly aroundTheClock: boolean;
  /** The co assignment that ends because its unit now leads. */
  readonly replaces?: string;
  /** The year's holidays were not known. */
  readonly provisional: boolean;
}

/** The last assignment was accepted: the case is completed with this outcome, and the citizen is called back. */
export interface Completion {
  readonly outcome: Outcome;
  readonly callBackBy: Instant;
}

/** A term begun anew: after a granted extension, a redo or a reopening. */
export interface NewTerm {
  readonly assignmentId: string;
  readonly term: number;
  readonly dueAt: Instant;
  readonly provisional: boolean;
}

export interface CasePayloads {
  CaseRegistered: {
    readonly rulesVersion: 1;
    readonly policyVersion: number;
    readonly kind: RequestKind;
    readonly urgency: Urgency;
    readonly categoryId: string;
    readonly answerBy: Instant;
  };
  CaseDeclined: { readonly reason: DeclineReason; readonly text: TextReference };
  AnsweredDirectly: { readonly text: TextReference };
  CaseAssigned: {
    readonly assignments: readonly AssignedUnit[];
    readonly urgency: Urgency;
    readonly quality: TextReference;
    readonly feedback: TextReference;
  };
  AssignmentAcknowledged: { readonly assignmentId: string; readonly onBehalf: boolean };
  AssignmentReturned: {
    readonly assignmentId: string;
    readonly returnNumber: number;
    readonly basis: TextReference;
    readonly proposedUnitId?: string;
    readonly approvedBy: string;
    readonly ruleBy: Instant;
  };
  ReturnRuled: {
    readonly assignmentId: string;
    readonly ruling: 'accepted' | 'rejected' | 'designated';
    readonly text: TextReference;
    /** The due after a rejected return, later by the working time the ruling took. */
    readonly dueAt?: Instant;
    readonly provisional?: boolean;
    /** Set when the lead was let go: the desk assigns anew by then. */
    readonly answerBy?: Instant;
    /** Set when every other assignment was accepted before. */
    readonly completed?: Completion;
  };
  ExtensionRequested: {
    readonly assignmentId: string;
    readonly extensionNumber: number;
    readonly workingDays: number;
    readonly reason: TextReference;
    readonly decideBy: Instant;
  };
  ExtensionDecided: {
    readonly assignmentId: string;
    readonly granted: boolean;
    readonly text: TextReference;
  } & Partial<NewTerm>;
  AssignmentSuspended: {
    readonly assignmentId: string;
    readonly cause: string;
    readonly reviewAt: Instant;
    readonly text: TextReference;
  };
  AssignmentResumed: {
    readonly assignmentId: string;
    readonly dueAt: Instant;
    readonly provisional?: boolean;
    readonly text: TextReference;
  };
  InterimReported: { readonly assignmentId: string; readonly text: TextReference; readonly onBehalf: boolean };
  FeedbackSubmitted: {
    readonly assignmentId: string;
    readonly outcome: Outcome;
    readonly text: TextReference;
    /** The unit contacts and answers the citizen before it feeds back: when and how. */
    readonly contactedAt: Instant;
    readonly contactMethod: ContactMethod;
    readonly booksReviewAt?: Instant;
    readonly reviewBy: Instant;
    readonly onBehalf: boolean;
  };
  FeedbackReviewed: {
    readonly assignmentId: string;
    readonly accepted: boolean;
    readonly text?: TextReference;
    /** Set when this was the last assignment: the case is completed with this outcome. */
    readonly completed?: Completion;
  };
  CallbackRecorded: {
    readonly callbackNumber: number;
    readonly result: CallbackResult;
    readonly contactedByUnit?: boolean;
    readonly solved?: boolean;
    readonly satisfaction?: Satisfaction;
    readonly text?: TextReference;
  };
  RedoOrdered: { readonly redoNumber: number; readonly terms: readonly NewTerm[] };
  SecondLookOrdered: { readonly lookBy: Instant };
  SecondLookRecorded: { readonly stands: boolean; readonly text: TextReference };
  CaseClosed: {
    readonly outcome: Outcome;
    readonly reason: 'called-back' | 'not-reached' | 'refused' | 'second-look' | 'decided';
    readonly text?: TextReference;
  };
  CaseReopened: { readonly text: TextReference; readonly terms: readonly NewTerm[]; readonly answerBy?: Instant };
  UrgingCallRecorded: { readonly assignmentId: string; readonly text: TextReference };
  NoticeIssued: {
    readonly assignmentId: string;
    readonly notice: 'urging-notice' | 'supervision-notice';
    readonly text: TextReference;
  };
  OnSiteSessionRecorded: { readonly assignmentId: string; readonly text: TextReference };
  ProposalMade: {
    readonly proposalId: string;
    readonly kind: ProposalKind;
    readonly assignmentId?: string;
    readonly decideBy: Instant;
    /** The drafted special report, when this proposes to submit it. */
    readonly reportId?: string;
  };
  ProposalDecided: {
    readonly proposalId: string;
    readonly decision: 'do-it' | 'not-now' | 'no';
    readonly until?: Instant;
    readonly text: TextReference;
  };
  /** Nobody decided in time, so it happens by itself. */
  ProposalHappened: { readonly proposalId: string };
  MeetingConvened: {
    readonly meetingId: string;
    readonly unitIds: readonly string[];
    readonly startsAt: Instant;
    readonly automatic: boolean;
  };
  MeetingEnded: { readonly meetingId: string; readonly result: 'settled' | 'unsettled' | 'cancelled' };
  SpecialReportDrafted: { readonly reportId: string };
  SpecialReportSubmitted: { readonly reportId: string; readonly automatic: boolean };
  InstructionGiven: { readonly reportId: string; readonly dueAt: Instant };
  SpecialReportEnded: { readonly reportId: string; readonly result: 'solved' | 'unsolved' | 'withdrawn' };
  RungActed: RungActed;
}

export type CaseEventType = keyof CasePayloads;

/** A case event as decided, not yet numbered. */
export type NewCaseEvent = { [Type in CaseEventType]: NewEvent<Type, CasePayloads[Type]> }[CaseEventType];
/** A case event of the ledger. */
export type CaseEvent = { [Type in CaseEventType]: EventEnvelope<Type, CasePayloads[Type]> }[CaseEventType];
