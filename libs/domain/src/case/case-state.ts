import type { Instant } from '../instant.ts';
import type { ProposalKind } from '../ledger/effect.ts';
import type { Ladders } from '../ledger/ladder.ts';
import type { RequestKind, Urgency } from '../policy/policy.ts';
import type { AssignmentRole, Outcome, Satisfaction } from './case-event.ts';

export const STAGES = ['registered', 'assigned', 'completed', 'second-look', 'closed', 'declined'] as const;
/** 待交办, 办理中, 待回访, 复核中, 已办结归档, 不予受理 */
export type Stage = (typeof STAGES)[number];

export const ASSIGNMENT_STATUSES = [
  'waiting',
  'working',
  'return-pending',
  'suspended',
  'feedback',
  'accepted',
  'withdrawn',
] as const;
/** 待签收, 办理中, 退单待裁定, 挂起, 待审核, 已办结, 已撤回 */
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

export interface AssignmentState {
  readonly id: string;
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly member: boolean;
  readonly designated: boolean;
  readonly status: AssignmentStatus;
  readonly term: number;
  readonly startedAt: Instant;
  readonly acknowledgeBy: Instant;
  readonly acknowledgedAt?: Instant;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  /** Milliseconds of the first term, of its own time: working, or around the clock. */
  readonly firstTerm: number;
  readonly aroundTheClock: boolean;
  readonly extensions: number;
  readonly extendedDays: number;
  readonly extensionPending?: { readonly workingDays: number };
  /** Since when its clock stands: a return awaiting its ruling, or a suspension. */
  readonly heldSince?: Instant;
  /** The first interim report or feedback, ever: what on-time feedback is judged by. */
  readonly firstReportAt?: Instant;
  readonly feedbackAt?: Instant;
  readonly outcome?: Outcome;
  readonly booksReviewAt?: Instant;
  /** Why it no longer binds the unit: an accepted return, a closing before it was done, or its unit now leads. */
  readonly withdrawnBy?: 'return' | 'closing' | 'replacement';
}

export interface ProposalState {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly assignmentId?: string;
  readonly reportId?: string;
  readonly status: 'open' | 'postponed' | 'accepted' | 'refused' | 'happened' | 'overtaken';
  readonly decideBy: Instant;
}

/** What a case is now: the fold of its events. Everything here may be shown in a workflow's history. */
export interface CaseState {
  readonly caseNumber: string;
  /** The number and hash of the last event folded. */
  readonly head: { readonly number: number; readonly hash: string };
  readonly rulesVersion: 1;
  readonly policyVersion: number;
  readonly stage: Stage;
  readonly kind: RequestKind;
  readonly urgency: Urgency;
  readonly categoryId: string;
  readonly registeredAt: Instant;
  /** The due of the first term. The citizen's own clock: no suspension or extension moves it. */
  readonly citizenDueAt?: Instant;
  readonly assignments: Readonly<Record<string, AssignmentState>>;
  readonly proposals: Readonly<Record<string, ProposalState>>;
  readonly returns: number;
  readonly redos: number;
  readonly callbacks: number;
  /** Tries since the last completion. */
  readonly callbackTries: number;
  readonly firstSatisfaction?: Satisfaction;
  readonly meetings: number;
  readonly openMeetingId?: string;
  readonly reports: number;
  readonly openReportId?: string;
  /** The open report is no longer a draft: the deputy mayor has it. */
  readonly openReportIssued?: true;
  readonly outcome?: Outcome;
  readonly ladders: Ladders;
}

/** Assignments that bind a unit, or did until they were accepted. */
export function activeAssignments(state: CaseState): AssignmentState[] {
  return Object.values(state.assignments).filter((assignment) => assignment.status !== 'withdrawn');
}

/** Assignments with which somebody is not done. */
export function openAssignments(state: CaseState): AssignmentState[] {
  return activeAssignments(state).filter(({ status }) => status !== 'accepted');
}

/** Proposals that still wait: for an answer, or for the day until which they were put off. */
export function isPending({ status }: ProposalState): boolean {
  return status === 'open' || status === 'postponed';
}
