import { compressedTime } from '../working-time/compressed-time.ts';
import { deskTime, type DeskHours, type WorkingCalendar } from '../working-time/desk-time.ts';
import type { Term, WorkingTime } from '../working-time/working-time.ts';
import type { EffectCode } from '../ledger/effect.ts';

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
  'first-report',
  'due',
  'ruling',
  'extension',
  'suspension',
  'review',
  'callback',
  'second-look',
  'books',
  'proposal',
  'meeting',
  'minutes',
  'resolution',
  'instruction-awaited',
  'instruction-term',
  'instruction-part',
] as const;
export type LadderName = (typeof LADDER_NAMES)[number];

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
  /** How long each wait may last before its `due`. */
  readonly waits: Readonly<{
    assignOrAnswer: Term;
    /** For requests that were brought in bulk from elsewhere. */
    assignOrAnswerBacklog: Term;
    acknowledge: Term;
    acknowledgeEmergency: Term;
    firstReport: Term;
    return: Term;
    ruling: Term;
    extensionDecision: Term;
    review: Term;
    callback: Term;
    callbackRetry: Term;
    secondLook: Term;
    proposal: Term;
    minutes: Term;
    instruction: Term;
    meetingNotice: Term;
  }>;
  readonly ladders: Readonly<Record<LadderName, readonly RungRule[]>>;
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
