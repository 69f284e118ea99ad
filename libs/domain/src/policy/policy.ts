import { compressedTime } from '../working-time/compressed-time.ts';
import { deskTime, type DeskHours, type WorkingCalendar } from '../working-time/desk-time.ts';
import type { Term, WorkingTime } from '../working-time/working-time.ts';
import type { CallPolicy } from '../call/call-policy.ts';
import type { ClosingPolicy } from '../closing/closing-policy.ts';
import type { EmergencyPolicy, HandDownPolicy } from '../emergency/emergency-policy.ts';
import type { IntakePolicy } from '../intake/intake-policy.ts';
import type { CitizenNotice, EffectCode } from '../ledger/effect.ts';
import type { Line122Policy } from '../line-122/line-122-policy.ts';
import type { RotationPolicy } from '../people/rotation.ts';
import type { StatutoryTerm } from './statutory-term.ts';

export const REQUEST_KINDS = ['consultation', 'help', 'complaint', 'suggestion', 'violation-report', 'praise'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const URGENCIES = ['ordinary', 'urgent', 'emergency'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** One rung of a ladder as policy states it: so long after an anchor, these effects. */
export interface RungRule {
  readonly rung: string;
  /** `start` and `due` are the two ends of the wait. */
  readonly after: 'start' | 'due';
  /** How long after the anchor; `share` is a part of the working time from start to due. */
  readonly offset: Term | { readonly share: number };
  readonly effects: readonly EffectCode[];
  readonly repeat?: Term;
  /** It gives out the work that is waited for: done also when, after an outage, a higher rung overtakes it. */
  readonly work?: true;
}

export const LADDER_NAMES = [
  'intake',
  'intake-backlog',
  'acknowledge',
  'acknowledge-emergency',
  'fax',
  'first-report',
  'due',
  'ruling',
  'dispute',
  'extension',
  'suspension',
  'review',
  'callback',
  'second-look',
  'books',
  'sample',
  'contact',
  'head-approval',
  'proposal',
  'return-slip',
  'promise',
  'on-site',
  'to-meet',
  'leader-question',
  'meeting-poll',
  'meeting',
  'minutes',
  'resolution',
  'weekly-folder',
  'instruction-awaited',
  'instruction-term',
  'instruction-part',
  'part-review',
  'open-instruction',
  'article-review',
  'article-check',
  'article-validity',
  'conference-preparation',
  'conference',
  'conference-minutes',
  'conference-resolution',
  'invitation-answer',
  'invitation-attendance',
  'invitation-outcome',
  'line-122-intake',
  'line-122-acknowledge',
  'line-122-report',
  'line-122-due',
  'emergency-intake',
  'emergency-acknowledge',
  'emergency-report',
  'emergency-due',
  'transfer',
  'receipt',
  'urgent-report',
  'hand-down',
] as const;
export type LadderName = (typeof LADDER_NAMES)[number];

/** 每周专报夹: when it goes out each week; a day without working time hands it on to the next. */
export interface WeeklyFolder {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Minutes after midnight, Asia/Shanghai. */
  readonly minute: number;
}

/** The rules of the house as data, versioned; each case keeps the version it was registered under. */
export interface Policy {
  readonly version: number;
  readonly name: string;
  readonly pace:
    | { readonly kind: 'desk'; readonly hours: readonly DeskHours[] }
    | { readonly kind: 'compressed'; readonly secondsPerWorkingDay: number; readonly secondsPerMinute: number };
  /** By kind of request; null means that no answer is owed (praise). */
  readonly terms: Readonly<Record<RequestKind, Term | null>>;
  readonly emergencyTerm: Term;
  /** 法定期限, by category and kind; none where absent. */
  readonly statutoryTerms?: readonly StatutoryTerm[];
  /** How long each wait may last before its `due`. */
  readonly waits: Readonly<{
    assignOrAnswer: Term;
    /** For requests that were brought in bulk from elsewhere. */
    assignOrAnswerBacklog: Term;
    acknowledge: Term;
    acknowledgeEmergency: Term;
    /** So long the delivery report of a fax sheet is awaited. */
    faxReport: Term;
    faxReportEmergency: Term;
    firstReport: Term;
    return: Term;
    ruling: Term;
    dispute: Term;
    extensionDecision: Term;
    review: Term;
    callback: Term;
    callbackRetry: Term;
    secondLook: Term;
    /** For the quality checker's look at a closed case of the sample. */
    sampleLook: Term;
    /** For the unit to speak with the citizen, from its acknowledging on. */
    contact: Term;
    /** For the head of a unit that wants his approval before it feeds back. */
    headApproval: Term;
    proposal: Term;
    /** 回执: until when a unit answers an urging notice, and a supervision notice. */
    urgingSlip: Term;
    supervisionSlip: Term;
    /** Until when findings of an on-site session are written down. */
    onSiteRecord: Term;
    /** Until when what was decided takes place: an on-site session, a talk, a public criticism. */
    toMeet: Term;
    /** A leader's question, where he names no term. */
    leaderQuestion: Term;
    minutes: Term;
    instruction: Term;
    /** For the director to say whether the executive deputy mayor hears of what is open after its term. */
    openInstruction: Term;
    /** For the center's look at a part of an instruction that its unit reported as done. */
    partReview: Term;
    meetingNotice: Term;
    /** Until when units say which of the proposed times of a meeting suit them. */
    meetingPoll: Term;
    articleReview: Term;
    articleCheck: Term;
    /** So long before an article's last day is over its owner is reminded. */
    articleReminder: Term;
    /** So long before a session of the joint conference it is opened, its agenda drafted, its invitations sent. */
    conferenceOpening: Term;
    conferenceAgenda: Term;
    conferenceInvitations: Term;
    /** Until when it is said who follows another body's invitation. */
    invitationAnswer: Term;
  }>;
  readonly ladders: Readonly<Record<LadderName, readonly RungRule[]>>;
  /** How requests are held together as they come in. */
  readonly intake: IntakePolicy;
  /** How a case is brought to its end. */
  readonly closing: ClosingPolicy;
  /** Of what callers with a mobile number are told by a short message; a version without it tells them nothing. */
  readonly citizenNotices?: readonly CitizenNotice[];
  /** The 122 help line: its minute terms, and whether it is merged here. */
  readonly line122: Line122Policy;
  /** 应急处置, 紧急信息报送, transfers to other lines: in minutes. */
  readonly emergency: EmergencyPolicy;
  readonly handDown: HandDownPolicy;
  /** For the special reports that can wait. */
  readonly weeklyFolder: WeeklyFolder;
  readonly calls: CallPolicy;
  readonly rotation: RotationPolicy;
  readonly returnsBeforeDesignation: number;
  readonly redosBeforeSecondLook: number;
  readonly callbackTries: number;
  readonly suspensionCauses: readonly string[];
}

/** How time passes under a policy. */
export function workingTimeOf(policy: Pick<Policy, 'pace'>, calendar: WorkingCalendar): WorkingTime {
  return policy.pace.kind === 'desk'
    ? deskTime(calendar, policy.pace.hours)
    : compressedTime(policy.pace.secondsPerWorkingDay, policy.pace.secondsPerMinute);
}
