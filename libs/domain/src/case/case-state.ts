import type { Instant } from '../instant.ts';
import type { ProposalKind } from '../ledger/effect.ts';
import type { Ladders } from '../ledger/ladder.ts';
import type { HelpKind } from '../line-122/line-122-policy.ts';
import type { RequestKind, Urgency } from '../policy/policy.ts';
import type { CaseRulesVersion, Reachable } from './case-event.ts';
import type {
  AssignmentRole,
  ContactMethod,
  DeclineReason,
  FaxResult,
  FaxWay,
  Outcome,
  Satisfaction,
} from './case-words.ts';
import type { DocumentState } from './supervision-document.ts';
import type { EmergencyState } from './emergency/emergency-state.ts';
import type { ProposedFeedback } from './within-unit/within-unit-event.ts';

export const STAGES = ['registered', 'assigned', 'completed', 'second-look', 'closed', 'declined', 'merged'] as const;
/** 待交办, 办理中, 待回访, 复核中, 已办结归档, 不予受理, 已并案 */
export type Stage = (typeof STAGES)[number];

/** While something is still owed to the citizen. */
export const OPEN_STAGES: readonly Stage[] = ['registered', 'assigned', 'completed', 'second-look'];

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
  /** Of a unit with sub-desks: the one that has it (内部流转). */
  readonly subDeskId?: string;
  /** 反馈送审: what its handler laid before the head of the unit, who has not decided yet. */
  readonly feedbackProposed?: ProposedFeedback;
  readonly designated: boolean;
  /** Of a unit that is not online: its last fax sheet, and what became of it. */
  readonly fax?: { readonly by: FaxWay; readonly sheet: number; readonly result?: FaxResult };
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
  /** The hand-down's due that shortened its first term. */
  readonly externalDueAt?: Instant;
  readonly extensions: number;
  readonly extendedDays: number;
  readonly extensionPending?: { readonly workingDays: number };
  /** Since when its clock stands: a return awaiting its ruling, or a suspension. */
  readonly heldSince?: Instant;
  /** The first interim report or feedback, ever: what on-time feedback is judged by. */
  readonly firstReportAt?: Instant;
  readonly feedbackAt?: Instant;
  /** When the unit first spoke with the citizen, in this term or before. */
  readonly firstContactAt?: Instant;
  /** How it answered him before it last fed back. */
  readonly answeredHow?: ContactMethod;
  readonly outcome?: Outcome;
  readonly booksReviewAt?: Instant;
  /** 现场办公 that is arranged and not yet recorded. */
  readonly onSite?: { readonly startsAt: Instant; readonly sequence: number };
  /** How many such sessions were arranged. */
  readonly onSites?: number;
  /** Why it no longer binds the unit: an accepted return, a closing or a merging before it was done, or its unit now leads. */
  readonly withdrawnBy?: 'return' | 'closing' | 'replacement' | 'merge' | 'dispute';
}

export interface QualityCheckState {
  readonly userId: string;
  readonly checkerId: string;
  readonly at: Instant;
  readonly score: number;
  readonly status: 'checked' | 'appealed' | 'decided';
}

export interface ProposalState {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly assignmentId?: string;
  readonly reportId?: string;
  readonly status: 'open' | 'postponed' | 'accepted' | 'refused' | 'happened' | 'overtaken';
  readonly decideBy: Instant;
}

/** 领导督办: what a mayor or deputy mayor asked, and whether the center has answered. */
export interface QuestionState {
  readonly id: string;
  readonly leaderId: string;
  readonly answerBy: Instant;
  readonly answeredAt?: Instant;
}

/** What a case is now: the fold of its events. Everything here may be shown in a workflow's history. */
export interface CaseState extends EmergencyState {
  readonly caseNumber: string;
  /** The number and hash of the last event folded. */
  readonly head: { readonly number: number; readonly hash: string };
  readonly rulesVersion: CaseRulesVersion;
  readonly policyVersion: number;
  readonly stage: Stage;
  readonly kind: RequestKind;
  readonly urgency: Urgency;
  readonly categoryId: string;
  readonly registeredAt: Instant;
  /** It came by the 122 line: its terms are minutes that run day and night. */
  readonly help?: HelpKind;
  /** 上级转办: the due that province or prefecture gave. */
  readonly externalDueAt?: Instant;
  /** Why it was not the hotline's to handle. */
  readonly declinedFor?: DeclineReason;
  /** Every call about it, merged cases' included, the first being its registration. */
  readonly calledAt: readonly Instant[];
  /** A caller left a mobile number, of merged cases too. */
  readonly reachable?: Reachable;
  /** 要求保密 */
  readonly confidential?: true;
  /** How many files were brought. */
  readonly attachments?: number;
  /** The case that carries on in its place. */
  readonly mergedInto?: string;
  /** The cases merged into it. */
  readonly merged: readonly string[];
  /** The case that opened the incident it belongs to. */
  readonly incident?: string;
  /** It opened an incident that has not ended. */
  readonly incidentOpen?: true;
  /** Of a training case: by how many milliseconds its clock runs ahead. */
  readonly training?: { readonly ahead: number };
  /** The due of the first term. The citizen's own clock: no suspension or extension moves it. */
  readonly citizenDueAt?: Instant;
  readonly assignments: Readonly<Record<string, AssignmentState>>;
  readonly proposals: Readonly<Record<string, ProposalState>>;
  readonly documents: Readonly<Record<string, DocumentState>>;
  readonly questions: Readonly<Record<string, QuestionState>>;
  /** Units do not agree whose duty it is; the director has not decided yet. */
  readonly dispute?: { readonly assignmentId: string; readonly unitIds: readonly string[]; readonly ruleBy: Instant };
  readonly returns: number;
  readonly redos: number;
  readonly callbacks: number;
  /** Tries since the last completion that reached nobody. */
  readonly callbackTries: number;
  /** The hours of the day, Shanghai time, at which was called since. */
  readonly callbackHours?: readonly number[];
  /** How often he asked since to be called at another time. */
  readonly callbackPostponed?: number;
  /** The citizen was asked by a short message since the last completion, and has not answered. */
  readonly invited?: { readonly number: number; readonly answerBy: Instant };
  readonly invitations?: number;
  readonly firstSatisfaction?: Satisfaction;
  /** What the citizen last said. */
  readonly citizenWord?: { readonly solved: boolean; readonly satisfaction: Satisfaction };
  /** 质检, in the order of their numbers. */
  readonly qualityChecks?: readonly QualityCheckState[];
  readonly closedAt?: Instant;
  /** How often the matter was looked at on the books and kept there. */
  readonly booksReviews?: number;
  /** It was in the sample, and was looked at. */
  readonly sampleLooked?: true;
  readonly meetings: number;
  readonly openMeetingId?: string;
  /** The last meeting that did not settle the matter, the how-manieth, and who was invited. */
  readonly unsettled?: { readonly meetingId: string; readonly count: number; readonly unitIds: readonly string[] };
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

/** Whether something is still owed to the citizen. */
export function isOpen({ stage }: Pick<CaseState, 'stage'>): boolean {
  return OPEN_STAGES.includes(stage);
}

/** Whether who brought it is for the center alone to know: who reported a violation (举报), or asked for it. */
export function hidesCaller({ kind, confidential }: Pick<CaseState, 'kind' | 'confidential'>): boolean {
  return kind === 'violation-report' || confidential === true;
}

/** The paper whose return slip is awaited of an assignment: the last one of its term that asked for a slip and has none. */
export function awaitedSlip(
  { documents }: Pick<CaseState, 'documents'>,
  { id, startedAt }: Pick<AssignmentState, 'id' | 'startedAt'>,
): DocumentState | undefined {
  return Object.values(documents).findLast(
    ({ assignmentId, answerBy, returnedAt, issuedAt }) =>
      assignmentId === id && answerBy && !returnedAt && issuedAt >= startedAt,
  );
}
