import type { Instant } from '../instant.ts';
import type { ProposalKind } from '../ledger/effect.ts';
import type { EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import type { RungActed } from '../ledger/ladder.ts';
import type { HelpKind } from '../line-122/line-122-policy.ts';
import type { DeadlinesMoved } from '../rules-change/move-deadlines.ts';
import type { ConferenceNote } from '../joint-conference/conference-event.ts';
import type { RequestKind, Urgency } from '../policy/policy.ts';
import type { Folder } from '../special-report/folder.ts';
import type { EmergencyPayloads } from './emergency/emergency-event.ts';
import type { Term } from '../working-time/working-time.ts';
import type { SupervisionPayloads } from './supervision-event.ts';
import type { WithinUnitPayloads } from './within-unit/within-unit-event.ts';
import type {
  TextReference,
  ArticleCitation,
  Outcome,
  CallbackResult,
  Satisfaction,
  DeclineReason,
  ContactMethod,
  AssignmentRole,
  OnBehalf,
  FaxWay,
  FaxResult,
  FaxFailure,
  Check,
  QualityMatter,
  Mark,
} from './case-words.ts';

/** One unit's duty as it begins. */
export interface AssignedUnit {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: AssignmentRole;
  /** Online here (网络成员单位); any other unit is reached by fax and phone. */
  readonly member: boolean;
  readonly designated: boolean;
  /** Of a unit that is not online: how its fax sheet, number 1, went out. */
  readonly faxBy?: FaxWay;
  readonly acknowledgeBy: Instant;
  readonly dueAt: Instant;
  /** Milliseconds of the first term, of its own time: working, or around the clock. Extensions together never exceed it. */
  readonly firstTerm: number;
  /** The term that was applied; absent where the unit was given a due of its own. */
  readonly term?: Term;
  /** 另定期限: by the director, with a reason, and not by kind and urgency. */
  readonly termGiven?: true;
  /** The statutory term of the policy (法定期限) that made its due. */
  readonly statutory?: string;
  /** Its term runs day and night (an emergency): a hold moves it by the clock. */
  readonly aroundTheClock: boolean;
  /** Set where a hand-down's due came before the term's end: the due is the last working moment at or before it. */
  readonly externalDueAt?: Instant;
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

/**
 * That somebody who brought a case left a mobile number or a mail address, and how he is told what the desk answers: on the phone, or, where he
 * wrote, by a short message as well. Says nothing of who he is.
 */
export type Reachable = 'on-the-phone' | 'in-writing';

/**
 * The rules that a case's first event pins (DESIGN, section 5). Since 2 Temporal lists a case by the rungs that somebody
 * above its handlers hears of, not by reminders.
 */
export type CaseRulesVersion = 1 | 2;
export const CASE_RULES = 2 satisfies CaseRulesVersion;

export interface CasePayloads extends SupervisionPayloads, EmergencyPayloads, WithinUnitPayloads {
  CaseRegistered: {
    readonly rulesVersion: CaseRulesVersion;
    readonly policyVersion: number;
    readonly kind: RequestKind;
    readonly urgency: Urgency;
    readonly categoryId: string;
    readonly answerBy: Instant;
    /** It came by the 122 line: what is asked for, which sets its minute terms. */
    readonly help?: HelpKind;
    /** 上级转办: the due that province or prefecture gave; every term of the case keeps it. */
    readonly externalDueAt?: Instant;
    /** 110移交: a receipt is owed to who handed it over. */
    readonly handedOver?: true;
    /** 上级转办: until then the result is owed to who handed it down. */
    readonly resultBy?: Instant;
    /** 演练: nothing real, with a clock of its own. */
    readonly training?: true;
    readonly reachable?: Reachable;
    /** 要求保密: who he is, is for the center alone. */
    readonly confidential?: true;
  };
  /** Kind and category as they are from now on, completed or mended after the call. */
  RequestClassified: { readonly kind: RequestKind; readonly categoryId: string };
  /** 追加来电: a call about the case after its first. */
  CallRecorded: {
    readonly callNumber: number;
    readonly another: boolean;
    readonly text: TextReference;
    readonly reachable?: Reachable;
  };
  /** 附件: a file that was brought; what it is called, and its bytes, lie elsewhere. `unitId`: whose people brought it. */
  AttachmentAdded: { readonly attachmentId: string; readonly sha256: string; readonly unitId?: string };
  UrgencyRaised: {
    readonly from: Urgency;
    readonly to: Urgency;
    readonly reason: 'repeated-calls';
    readonly calls: number;
    readonly days: number;
  };
  /** 并案, in both streams: `merged` ends and reads as `lead` does. `calledAt`, in the lead's: the calls that come to it. */
  CaseMerged: {
    readonly lead: string;
    readonly merged: string;
    readonly calledAt?: readonly Instant[];
    readonly reachable?: Reachable;
    readonly text: TextReference;
  };
  /** 撤销并案, in both streams: `terms` and `answerBy` are the merged case's. */
  CaseUnmerged: {
    readonly lead: string;
    readonly merged: string;
    readonly text: TextReference;
    readonly terms: readonly NewTerm[];
    readonly answerBy?: Instant;
  };
  /** 突发集中诉求: many callers about one thing. The incident is named by the case that opened it. */
  IncidentOpened: { readonly cases: readonly string[]; readonly callers: number; readonly minutes: number };
  IncidentJoined: { readonly incident: string };
  IncidentEnded: { readonly text: TextReference };
  CaseDeclined: { readonly reason: DeclineReason; readonly text: TextReference };
  AnsweredDirectly: {
    readonly text: TextReference;
    /** The articles of the knowledge base it was taken from, each in the version that was read out. */
    readonly articles?: readonly ArticleCitation[];
  };
  CaseAssigned: {
    readonly assignments: readonly AssignedUnit[];
    /** Why those that are marked so were given a term of their own. */
    readonly termReason?: TextReference;
    readonly urgency: Urgency;
    /** What was suggested to who assigned it, the likeliest first: so that it is known how often he follows. */
    readonly suggested?: { readonly categoryIds: readonly string[]; readonly unitIds: readonly string[] };
    readonly quality: TextReference;
    readonly feedback: TextReference;
  };
  /** A fax sheet went out once more: its number in the assignment, from 2. */
  FaxResent: { readonly assignmentId: string; readonly sheet: number; readonly by: FaxWay };
  /** 传真回执: what became of a fax sheet, as the gateway reported or a person entered it. */
  FaxReported: {
    readonly assignmentId: string;
    readonly sheet: number;
    readonly result: FaxResult;
    readonly failure?: FaxFailure;
  };
  AssignmentAcknowledged: { readonly assignmentId: string } & OnBehalf;
  AssignmentReturned: {
    readonly assignmentId: string;
    readonly returnNumber: number;
    readonly basis: TextReference;
    readonly proposedUnitId?: string;
    readonly approvedBy: string;
    readonly ruleBy: Instant;
  } & Partial<OnBehalf>;
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
  /** 职责争议: `ruleBy`: until then the director decides; the first receiver leads meanwhile. */
  DisputeRaised: {
    readonly assignmentId: string;
    readonly unitIds: readonly string[];
    readonly text: TextReference;
    readonly ruleBy: Instant;
  };
  /** 指定办理 after a dispute. `assignmentId` led until now; `moved`: it is let go, and another unit begins. */
  DisputeRuled: {
    readonly assignmentId: string;
    readonly leadUnitId: string;
    readonly moved: boolean;
    readonly text: TextReference;
    readonly staffingOpinion?: TextReference;
  };
  /** 另定期限: another due, which begins a new term; why. */
  TermChanged: NewTerm & { readonly termReason: TextReference };
  ExtensionRequested: {
    readonly assignmentId: string;
    readonly extensionNumber: number;
    readonly workingDays: number;
    readonly reason: TextReference;
    readonly decideBy: Instant;
  } & Partial<OnBehalf>;
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
  /** 联系来电人: the unit spoke with the citizen, when and how. */
  CitizenContacted: {
    readonly assignmentId: string;
    readonly contactedAt: Instant;
    readonly contactMethod: ContactMethod;
    readonly text: TextReference;
  } & OnBehalf;
  InterimReported: { readonly assignmentId: string; readonly text: TextReference } & OnBehalf;
  FeedbackSubmitted: {
    readonly assignmentId: string;
    readonly outcome: Outcome;
    readonly text: TextReference;
    /** The unit contacts and answers the citizen before it feeds back: when and how. */
    readonly contactedAt: Instant;
    readonly contactMethod: ContactMethod;
    readonly booksReviewAt?: Instant;
    readonly reviewBy: Instant;
  } & OnBehalf;
  FeedbackReviewed: {
    readonly assignmentId: string;
    readonly accepted: boolean;
    /** The policy's check list, as far as it was answered. */
    readonly checks?: readonly Check[];
    readonly text?: TextReference;
    /** Set when this was the last assignment: the case is completed with this outcome. */
    readonly completed?: Completion;
  };
  /** 短信回访: he is asked by a short message, and called where he does not answer by then. */
  CallbackInvited: { readonly invitationNumber: number; readonly answerBy: Instant };
  CallbackRecorded: {
    readonly callbackNumber: number;
    readonly result: CallbackResult;
    readonly contactedByUnit?: boolean;
    readonly solved?: boolean;
    readonly satisfaction?: Satisfaction;
    /** When he asked to be called (约定再打). */
    readonly callAgainAt?: Instant;
    /** He answered by himself, by the link of a short message. */
    readonly bySms?: true;
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
  /** 挂账复查: it stays on the books until the next date. */
  BooksReviewed: { readonly reviewNumber: number; readonly reviewAt: Instant; readonly text: TextReference };
  /** 抽查: a quality checker looked at a case that was closed against the citizen's word. */
  SampleLookRecorded: { readonly stands: boolean; readonly text: TextReference };
  /** 质检: somebody's work on the case was judged by the form; `score` is the sum of the marks. */
  QualityChecked: {
    readonly checkNumber: number;
    readonly checked: QualityMatter;
    readonly userId: string;
    readonly marks: readonly Mark[];
    readonly score: number;
    readonly text?: TextReference;
  };
  QualityAppealed: { readonly checkNumber: number; readonly decideBy: Instant; readonly text: TextReference };
  /** `marks` where the appeal changed them. */
  QualityAppealDecided: {
    readonly checkNumber: number;
    readonly score: number;
    readonly marks?: readonly Mark[];
    readonly text: TextReference;
  };
  CaseReopened: { readonly text: TextReference; readonly terms: readonly NewTerm[]; readonly answerBy?: Instant };
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
    /** The units are first asked which time suits them. */
    readonly polled?: true;
    /** The meeting before that did not settle the matter. */
    readonly follows?: string;
  };
  MeetingEnded: {
    readonly meetingId: string;
    readonly result: 'settled' | 'unsettled' | 'cancelled';
    /** Of one that did not settle it: the how-manieth in vain, and who was invited. */
    readonly inVain?: { readonly count: number; readonly unitIds: readonly string[] };
  };
  /** 联席会议: it was on the agenda of a session, and what was decided. */
  ConferenceDecided: ConferenceNote;
  SpecialReportDrafted: { readonly reportId: string };
  /** 并报: a draft of another case covers this one too. */
  SpecialReportJoined: { readonly reportId: string };
  SpecialReportSubmitted: {
    readonly reportId: string;
    readonly automatic: boolean;
    /** Urgent where it is not said. */
    readonly folder?: Folder;
  };
  InstructionGiven: { readonly reportId: string; readonly dueAt: Instant };
  SpecialReportEnded: { readonly reportId: string; readonly result: 'solved' | 'unsolved' | 'withdrawn' };
  /** A training case's clock went forward. */
  ClockAdvanced: { readonly milliseconds: number };
  /** 期限调整: the policy or the calendar changed. */
  DeadlinesMoved: DeadlinesMoved;
  RungActed: RungActed;
}

export type CaseEventType = keyof CasePayloads;

/** A case event as decided, not yet numbered. */
export type NewCaseEvent = { [Type in CaseEventType]: NewEvent<Type, CasePayloads[Type]> }[CaseEventType];
/** A case event of the ledger. */
export type CaseEvent = { [Type in CaseEventType]: EventEnvelope<Type, CasePayloads[Type]> }[CaseEventType];
