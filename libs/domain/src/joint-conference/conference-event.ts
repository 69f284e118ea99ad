import type { TextReference } from '../case/case-words.ts';
import type { DocumentNumber } from '../case/supervision-document.ts';
import type { Instant } from '../instant.ts';
import type { EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import type { RungActed } from '../ledger/ladder.ts';
import type { DeadlinesMoved } from '../rules-change/move-deadlines.ts';

export const AGENDA_REASONS = [
  'report-proposed',
  'meeting-proposed',
  'meeting-unsettled',
  'dispute',
  'many-returns',
  'several-bodies',
] as const;
/** 拟专题专报, 拟会办, 会办未议定, 职责争议, 多次退单, 涉及成员单位与其他单位 */
export type AgendaReason = (typeof AGENDA_REASONS)[number];

/** A case that the rule puts on the agenda: why, and which members of the circle it needs. */
export interface DraftedItem {
  readonly caseNumber: string;
  readonly reasons: readonly AgendaReason[];
  /** The members whose unit has a duty in it; nobody named: the whole circle. */
  readonly memberIds: readonly string[];
}

/** What stands on the agenda: a case, or a point without one. */
export interface AgendaItem {
  readonly id: string;
  readonly caseNumber?: string;
  /** Why the rule put it there. */
  readonly reasons?: readonly AgendaReason[];
  /** What the point is, or why somebody put the case there. */
  readonly text?: TextReference;
  /** The members it needs; nobody named: the whole circle. */
  readonly memberIds: readonly string[];
}

export const CONFERENCE_DECISIONS = ['meeting', 'resolution', 'noted'] as const;
/** 会办, 联办或协办, 已通报 */
export type ConferenceDecision = (typeof CONFERENCE_DECISIONS)[number];

export const RESOLUTION_WAYS = ['joint', 'assist'] as const;
/** 联办, 协办 */
export type ResolutionWay = (typeof RESOLUTION_WAYS)[number];

/** What the circle resolved of an item: who does what until when, on his own or to help another. */
export interface ConferenceResolution {
  readonly id: string;
  readonly itemId: string;
  readonly unitId: string;
  readonly way: ResolutionWay;
  readonly text: TextReference;
  readonly dueAt: Instant;
}

/** What became of an item. */
export interface ItemDecision {
  readonly itemId: string;
  readonly decision: ConferenceDecision;
  readonly text: TextReference;
  /** The joint meeting that was convened of its case. */
  readonly meetingId?: string;
}

/** What a case must know of what was decided of it. */
export interface ConferenceNote extends Pick<ItemDecision, 'decision' | 'text'> {
  readonly conferenceId: string;
}

/** Who came for a member in somebody's place. The names are words, never in the event. */
export interface MemberSubstitute {
  readonly memberId: string;
  readonly person: TextReference;
  readonly inPlaceOf: TextReference;
}

export interface ConferencePayloads {
  ConferenceOpened: {
    readonly rulesVersion: 1;
    /** The month whose session it is: `202601`. */
    readonly month: string;
    readonly startsAt: Instant;
    readonly memberIds: readonly string[];
    /** The units among the members. */
    readonly unitIds: readonly string[];
    readonly place?: TextReference;
  };
  AgendaDrafted: { readonly items: readonly (DraftedItem & { readonly id: string })[] };
  AgendaItemAdded: AgendaItem;
  AgendaItemRemoved: { readonly itemId: string; readonly text: TextReference };
  /** `automatic`: nobody sent the invitations in time. */
  ConferenceInvited: { readonly automatic: boolean };
  ConferenceRescheduled: {
    readonly startsAt: Instant;
    readonly sequence: number;
    readonly text: TextReference;
    readonly place?: TextReference;
  };
  ConferenceCancelled: { readonly text: TextReference };
  ConferenceHeld: {
    readonly minutes: TextReference;
    readonly attendedMemberIds: readonly string[];
    readonly substitutes?: readonly MemberSubstitute[];
    readonly decisions: readonly ItemDecision[];
    readonly resolutions: readonly ConferenceResolution[];
    /** 会议纪要's number, given where the event is written down. */
    readonly number?: DocumentNumber;
  };
  ConferenceResolutionDone: { readonly resolutionId: string; readonly text: TextReference };
  DeadlinesMoved: DeadlinesMoved;
  RungActed: RungActed;
}
export type ConferenceEventType = keyof ConferencePayloads;
export type NewConferenceEvent = {
  [T in ConferenceEventType]: NewEvent<T, ConferencePayloads[T]>;
}[ConferenceEventType];
export type ConferenceEvent = {
  [T in ConferenceEventType]: EventEnvelope<T, ConferencePayloads[T]>;
}[ConferenceEventType];

/** What the rule puts on the agenda, where it is to be drafted. */
interface Drafting {
  readonly drafted?: readonly DraftedItem[];
}

/** What a person, or the machine, wants of a session. Who may want it: `access/conference-rights.ts`. */
export type ConferenceCommand =
  | ({ readonly type: 'open' } & Omit<ConferencePayloads['ConferenceOpened'], 'rulesVersion'>)
  | ({ readonly type: 'add-item'; readonly text: TextReference } & Pick<AgendaItem, 'caseNumber' | 'memberIds'>)
  | ({ readonly type: 'remove-item' } & ConferencePayloads['AgendaItemRemoved'])
  | ({ readonly type: 'invite' } & Drafting)
  | ({ readonly type: 'reschedule' } & Omit<ConferencePayloads['ConferenceRescheduled'], 'sequence'>)
  | ({ readonly type: 'cancel' } & ConferencePayloads['ConferenceCancelled'])
  | ({ readonly type: 'hold'; readonly resolutions: readonly Omit<ConferenceResolution, 'id'>[] } & Omit<
      ConferencePayloads['ConferenceHeld'],
      'resolutions' | 'number'
    >)
  | ({ readonly type: 'finish-resolution' } & ConferencePayloads['ConferenceResolutionDone'])
  | ({ readonly type: 'act'; readonly key: string; readonly at: Instant } & Drafting);
export type ConferenceCommandType = ConferenceCommand['type'];
