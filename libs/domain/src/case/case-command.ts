import type { Instant } from '../instant.ts';
import type { HelpKind } from '../line-122/line-122-policy.ts';
import type { RequestKind, Urgency } from '../policy/policy.ts';
import type { Folder } from '../special-report/folder.ts';
import type { EmergencyCommand } from './emergency/emergency-command.ts';
import type { Term } from '../working-time/working-time.ts';
import type { ConferenceNote } from '../joint-conference/conference-event.ts';
import type { Reachable } from './case-event.ts';
import type {
  AnswerWay,
  ArticleCitation,
  AssignmentRole,
  CallbackResult,
  ContactMethod,
  DeclineReason,
  FaxFailure,
  FaxResult,
  FaxWay,
  Mark,
  Outcome,
  QualityMatter,
  Satisfaction,
  TextReference,
} from './case-words.ts';
import type { UrgingResult } from './supervision-event.ts';
import type { WithinUnitCommand } from './within-unit/within-unit-command.ts';

export interface UnitToAssign {
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly member: boolean;
  /** Of a unit that is not online: how its fax sheet goes out; by hand unless told. */
  readonly faxBy?: FaxWay;
  /** The term of this unit; by kind and urgency of the case when absent. */
  readonly term?: Term;
  /** After a dispute: it cannot return. */
  readonly designated?: boolean;
  /** A due of its own (a hand-down's, say), moved back to the last working moment at or before it. */
  readonly dueAt?: Instant;
}

/** What the center must say where it enters the answer of a unit that is not online. */
export interface Answered {
  readonly way?: AnswerWay;
  readonly answeredBy?: TextReference;
}

/** What a person, or the machine, wants of a case. Who may want it: `access/case-rights.ts`. */
export type CaseCommand =
  | EmergencyCommand
  | WithinUnitCommand
  | {
      readonly type: 'register';
      readonly kind: RequestKind;
      readonly urgency: Urgency;
      readonly categoryId: string;
      /** Brought in bulk from elsewhere: the desk has days for it, not an hour. */
      readonly backlog?: boolean;
      /** It came by the 122 line. */
      readonly help?: HelpKind;
      /** 110移交 */
      readonly handedOver?: boolean;
      /** 上级转办 */
      readonly handedDown?: boolean;
      /** 上级转办: their due. */
      readonly externalDueAt?: Instant;
      /** It is one of many about one thing: it makes an incident of these cases and itself, or joins the one there is. */
      readonly incident?:
        | { readonly opensWith: readonly string[]; readonly callers: number }
        | { readonly joins: string };
      readonly training?: boolean;
      /** A caller left a mobile number. */
      readonly reachable?: Reachable;
      /** 要求保密 */
      readonly confidential?: boolean;
    }
  | { readonly type: 'classify'; readonly kind?: RequestKind; readonly categoryId?: string }
  | {
      readonly type: 'record-call';
      readonly another: boolean;
      readonly text: TextReference;
      readonly reachable?: Reachable;
    }
  | { readonly type: 'attach'; readonly attachmentId: string; readonly sha256: string }
  | { readonly type: 'merge'; readonly leadCaseNumber: string; readonly text: TextReference }
  | {
      readonly type: 'take-in';
      readonly mergedCaseNumber: string;
      readonly calledAt: readonly Instant[];
      readonly reachable?: Reachable;
      readonly text: TextReference;
    }
  | { readonly type: 'unmerge'; readonly text: TextReference }
  | { readonly type: 'let-out'; readonly mergedCaseNumber: string; readonly text: TextReference }
  | { readonly type: 'join-incident'; readonly incident: string }
  | { readonly type: 'end-incident'; readonly text: TextReference }
  | { readonly type: 'decline'; readonly reason: DeclineReason; readonly text: TextReference }
  | {
      readonly type: 'answer-directly';
      readonly text: TextReference;
      readonly articles?: readonly ArticleCitation[];
    }
  | {
      readonly type: 'assign';
      readonly units: readonly UnitToAssign[];
      /** Why a unit is given another term than the policy's, or a due of its own. */
      readonly termReason?: TextReference;
      readonly urgency?: Urgency;
      /** What was suggested for it. */
      readonly suggested?: { readonly categoryIds: readonly string[]; readonly unitIds: readonly string[] };
      readonly quality: TextReference;
      readonly feedback: TextReference;
    }
  | { readonly type: 'resend-fax'; readonly assignmentId: string; readonly by: FaxWay }
  | {
      readonly type: 'report-fax';
      readonly assignmentId: string;
      readonly sheet: number;
      readonly result: FaxResult;
      readonly failure?: FaxFailure;
    }
  | ({ readonly type: 'acknowledge'; readonly assignmentId: string } & Answered)
  | ({
      readonly type: 'return';
      readonly assignmentId: string;
      readonly basis: TextReference;
      readonly proposedUnitId?: string;
      readonly approvedBy: string;
    } & Answered)
  | {
      readonly type: 'rule-return';
      readonly assignmentId: string;
      readonly ruling: 'accepted' | 'rejected' | 'designated';
      readonly text: TextReference;
    }
  | {
      readonly type: 'raise-dispute';
      readonly assignmentId: string;
      readonly unitIds: readonly string[];
      readonly text: TextReference;
    }
  | {
      readonly type: 'rule-dispute';
      readonly lead: Omit<UnitToAssign, 'role' | 'designated'>;
      readonly text: TextReference;
      readonly staffingOpinion?: TextReference;
      /** What was demanded of the unit that led, for the one that leads from now on. */
      readonly quality: TextReference;
      readonly feedback: TextReference;
    }
  | {
      readonly type: 'change-term';
      readonly assignmentId: string;
      readonly dueAt: Instant;
      readonly text: TextReference;
    }
  | ({
      readonly type: 'request-extension';
      readonly assignmentId: string;
      readonly workingDays: number;
      readonly reason: TextReference;
    } & Answered)
  | {
      readonly type: 'decide-extension';
      readonly assignmentId: string;
      readonly granted: boolean;
      readonly text: TextReference;
    }
  | {
      readonly type: 'suspend';
      readonly assignmentId: string;
      readonly cause: string;
      readonly reviewAt: Instant;
      readonly text: TextReference;
    }
  | { readonly type: 'resume'; readonly assignmentId: string; readonly text: TextReference }
  | ({
      readonly type: 'record-contact';
      readonly assignmentId: string;
      readonly contactedAt: Instant;
      readonly contactMethod: ContactMethod;
      readonly text: TextReference;
    } & Answered)
  | ({ readonly type: 'report-interim'; readonly assignmentId: string; readonly text: TextReference } & Answered)
  | ({
      readonly type: 'submit-feedback';
      readonly assignmentId: string;
      readonly outcome: Outcome;
      readonly text: TextReference;
      readonly contactedAt: Instant;
      readonly contactMethod: ContactMethod;
      readonly booksReviewAt?: Instant;
      /** The unit wants its head's approval, and he, or who stands in for him, is there. */
      readonly needsHead?: true;
    } & Answered)
  | {
      readonly type: 'review';
      readonly assignmentId: string;
      readonly accepted: boolean;
      readonly checks?: readonly { readonly item: string; readonly passed: boolean }[];
      readonly text?: TextReference;
    }
  | {
      readonly type: 'record-callback';
      readonly result: CallbackResult;
      readonly contactedByUnit?: boolean;
      readonly solved?: boolean;
      readonly satisfaction?: Satisfaction;
      readonly callAgainAt?: Instant;
      readonly bySms?: true;
      readonly text?: TextReference;
    }
  | { readonly type: 'invite-callback' }
  | {
      readonly type: 'answer-callback';
      readonly invitationNumber: number;
      readonly contactedByUnit: boolean;
      readonly solved: boolean;
      readonly satisfaction: Satisfaction;
      readonly text?: TextReference;
    }
  | { readonly type: 'record-second-look'; readonly stands: boolean; readonly text: TextReference }
  | { readonly type: 'close'; readonly outcome: Outcome; readonly text: TextReference }
  | { readonly type: 'review-books'; readonly reviewAt: Instant; readonly text: TextReference }
  | { readonly type: 'record-sample-look'; readonly stands: boolean; readonly text: TextReference }
  | {
      readonly type: 'check-quality';
      readonly checked: QualityMatter;
      readonly userId: string;
      readonly marks: readonly Mark[];
      readonly text?: TextReference;
    }
  | { readonly type: 'appeal-quality'; readonly checkNumber: number; readonly text: TextReference }
  | {
      readonly type: 'decide-quality-appeal';
      readonly checkNumber: number;
      /** The marks as they should have been; the checker's stand where none are given. */
      readonly marks?: readonly Mark[];
      readonly text: TextReference;
    }
  | { readonly type: 'reopen'; readonly text: TextReference }
  | {
      readonly type: 'record-urging-call';
      readonly assignmentId: string;
      readonly text: TextReference;
      readonly result?: UrgingResult;
      readonly promisedBy?: Instant;
    }
  | ({ readonly type: 'return-slip'; readonly assignmentId: string; readonly text: TextReference } & Answered)
  | {
      readonly type: 'issue-notice';
      readonly assignmentId: string;
      readonly notice: 'urging-notice' | 'supervision-notice';
      readonly text: TextReference;
    }
  | {
      readonly type: 'plan-on-site-session';
      readonly assignmentId: string;
      readonly startsAt: Instant;
      readonly place: TextReference;
      readonly party: TextReference;
      readonly car?: TextReference;
    }
  | { readonly type: 'cancel-on-site-session'; readonly assignmentId: string; readonly text: TextReference }
  | {
      readonly type: 'record-on-site-session';
      readonly assignmentId: string;
      readonly text: TextReference;
      readonly agreement?: TextReference;
      readonly photoIds?: readonly string[];
    }
  | {
      readonly type: 'record-talk';
      readonly assignmentId: string;
      readonly heldAt: Instant;
      readonly attendees: TextReference;
      readonly text: TextReference;
    }
  | { readonly type: 'publish-criticism'; readonly assignmentId: string; readonly text: TextReference }
  | { readonly type: 'ask-as-leader'; readonly answerBy?: Instant; readonly text: TextReference }
  | { readonly type: 'answer-leader'; readonly questionId: string; readonly text: TextReference }
  | {
      readonly type: 'decide-proposal';
      readonly proposalId: string;
      readonly decision: 'do-it' | 'not-now' | 'no';
      readonly until?: Instant;
      readonly text: TextReference;
    }
  | {
      readonly type: 'convene-meeting';
      readonly unitIds: readonly string[];
      readonly startsAt: Instant;
      readonly polled?: boolean;
    }
  | {
      readonly type: 'end-meeting';
      readonly meetingId: string;
      readonly result: 'settled' | 'unsettled' | 'cancelled';
      /** Who was invited to it. */
      readonly unitIds?: readonly string[];
    }
  /** What the joint conference decided of it. */
  | ({ readonly type: 'note-conference' } & ConferenceNote)
  | { readonly type: 'draft-report' }
  | { readonly type: 'submit-report'; readonly reportId: string; readonly folder?: Folder }
  /** A draft of another case covers this one too, or no longer; it is submitted with that one. */
  | { readonly type: 'join-report'; readonly reportId: string }
  | { readonly type: 'leave-report'; readonly reportId: string }
  | {
      readonly type: 'follow-submission';
      readonly reportId: string;
      readonly automatic: boolean;
      readonly folder?: Folder;
    }
  | { readonly type: 'receive-instruction'; readonly reportId: string; readonly dueAt: Instant }
  | {
      readonly type: 'end-report';
      readonly reportId: string;
      readonly result: 'solved' | 'unsolved' | 'withdrawn';
    }
  /** A training case's clock goes forward. */
  | { readonly type: 'advance-clock'; readonly milliseconds: number }
  /** The machine: a time has come. `at` is the time of the workflow that asks; `noticeRead`: an `unread` rung's answer. */
  | { readonly type: 'act'; readonly key: string; readonly at: Instant; readonly noticeRead?: boolean };

export type CaseCommandType = CaseCommand['type'];
export type CaseCommandOf<Type extends CaseCommandType> = Extract<CaseCommand, { type: Type }>;
