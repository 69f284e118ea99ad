import type { Instant } from '../instant.ts';
import type { RequestKind, Urgency } from '../policy/policy.ts';
import type { Term } from '../working-time/working-time.ts';
import type {
  AssignmentRole,
  CallbackResult,
  ContactMethod,
  DeclineReason,
  Outcome,
  Satisfaction,
  TextReference,
} from './case-event.ts';

export interface UnitToAssign {
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly member: boolean;
  /** The term of this unit; by kind and urgency of the case when absent. */
  readonly term?: Term;
  /** A due of its own (a hand-down's, say), moved back to the last working moment at or before it. */
  readonly dueAt?: Instant;
}

/** What a person, or the machine, wants of a case. Who may want it: `access/case-rights.ts`. */
export type CaseCommand =
  | {
      readonly type: 'register';
      readonly kind: RequestKind;
      readonly urgency: Urgency;
      readonly categoryId: string;
      /** Brought in bulk from elsewhere: the desk has days for it, not an hour. */
      readonly backlog?: boolean;
    }
  | { readonly type: 'decline'; readonly reason: DeclineReason; readonly text: TextReference }
  | { readonly type: 'answer-directly'; readonly text: TextReference }
  | {
      readonly type: 'assign';
      readonly units: readonly UnitToAssign[];
      readonly urgency?: Urgency;
      readonly quality: TextReference;
      readonly feedback: TextReference;
    }
  | { readonly type: 'acknowledge'; readonly assignmentId: string }
  | {
      readonly type: 'return';
      readonly assignmentId: string;
      readonly basis: TextReference;
      readonly proposedUnitId?: string;
      readonly approvedBy: string;
    }
  | {
      readonly type: 'rule-return';
      readonly assignmentId: string;
      readonly ruling: 'accepted' | 'rejected' | 'designated';
      readonly text: TextReference;
    }
  | {
      readonly type: 'request-extension';
      readonly assignmentId: string;
      readonly workingDays: number;
      readonly reason: TextReference;
    }
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
  | { readonly type: 'report-interim'; readonly assignmentId: string; readonly text: TextReference }
  | {
      readonly type: 'submit-feedback';
      readonly assignmentId: string;
      readonly outcome: Outcome;
      readonly text: TextReference;
      readonly contactedAt: Instant;
      readonly contactMethod: ContactMethod;
      readonly booksReviewAt?: Instant;
    }
  | {
      readonly type: 'review';
      readonly assignmentId: string;
      readonly accepted: boolean;
      readonly text?: TextReference;
    }
  | {
      readonly type: 'record-callback';
      readonly result: CallbackResult;
      readonly contactedByUnit?: boolean;
      readonly solved?: boolean;
      readonly satisfaction?: Satisfaction;
      readonly text?: TextReference;
    }
  | { readonly type: 'record-second-look'; readonly stands: boolean; readonly text: TextReference }
  | { readonly type: 'close'; readonly outcome: Outcome; readonly text: TextReference }
  | { readonly type: 'reopen'; readonly text: TextReference }
  | { readonly type: 'record-urging-call'; readonly assignmentId: string; readonly text: TextReference }
  | {
      readonly type: 'issue-notice';
      readonly assignmentId: string;
      readonly notice: 'urging-notice' | 'supervision-notice';
      readonly text: TextReference;
    }
  | { readonly type: 'record-on-site-session'; readonly assignmentId: string; readonly text: TextReference }
  | {
      readonly type: 'decide-proposal';
      readonly proposalId: string;
      readonly decision: 'do-it' | 'not-now' | 'no';
      readonly until?: Instant;
      readonly text: TextReference;
    }
  | { readonly type: 'convene-meeting'; readonly unitIds: readonly string[]; readonly startsAt: Instant }
  | {
      readonly type: 'end-meeting';
      readonly meetingId: string;
      readonly result: 'settled' | 'unsettled' | 'cancelled';
    }
  | { readonly type: 'draft-report' }
  | { readonly type: 'submit-report'; readonly reportId: string }
  | { readonly type: 'receive-instruction'; readonly reportId: string; readonly dueAt: Instant }
  | {
      readonly type: 'end-report';
      readonly reportId: string;
      readonly result: 'solved' | 'unsolved' | 'withdrawn';
    }
  /** The machine: a time has come. `at` is the time of the workflow that asks; `noticeRead`: an `unread` rung's answer. */
  | { readonly type: 'act'; readonly key: string; readonly at: Instant; readonly noticeRead?: boolean };

export type CaseCommandType = CaseCommand['type'];
export type CaseCommandOf<Type extends CaseCommandType> = Extract<CaseCommand, { type: Type }>;
