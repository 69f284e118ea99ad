import type { TextReference } from '../case/case-words.ts';
import type { Instant } from '../instant.ts';
import type { EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import { climb, NO_LADDERS, type Ladders, type RungActed } from '../ledger/ladder.ts';
import { standingAt } from '../ledger/standing-at.ts';
import { UnknownEvent } from '../ledger/unknown-event.ts';
import type { DeadlinesMoved } from '../rules-change/move-deadlines.ts';

export interface InvitationPayloads {
  InvitationRecorded: {
    readonly rulesVersion: 1;
    /** Who invites, to what, and where. */
    readonly from: TextReference;
    readonly text: TextReference;
    readonly place: TextReference;
    readonly startsAt: Instant;
    readonly caseNumber?: string;
  };
  /** Somebody of the center goes; named again, another goes in his place. */
  InvitationAccepted: { readonly attendeeId: string };
  InvitationDeclined: { readonly text: TextReference };
  /** What came of it. */
  InvitationAttended: { readonly text: TextReference };
  DeadlinesMoved: DeadlinesMoved;
  RungActed: RungActed;
}
export type InvitationEventType = keyof InvitationPayloads;
export type NewInvitationEvent = {
  [T in InvitationEventType]: NewEvent<T, InvitationPayloads[T]>;
}[InvitationEventType];
export type InvitationEvent = {
  [T in InvitationEventType]: EventEnvelope<T, InvitationPayloads[T]>;
}[InvitationEventType];

/** What a person, or the machine, wants of an invitation. Who may want it: `access/conference-rights.ts`. */
export type InvitationCommand =
  | ({ readonly type: 'record' } & Omit<InvitationPayloads['InvitationRecorded'], 'rulesVersion'>)
  | ({ readonly type: 'accept' } & InvitationPayloads['InvitationAccepted'])
  | ({ readonly type: 'decline' } & InvitationPayloads['InvitationDeclined'])
  | ({ readonly type: 'attend' } & InvitationPayloads['InvitationAttended'])
  | { readonly type: 'act'; readonly key: string; readonly at: Instant };
export type InvitationCommandType = InvitationCommand['type'];

export const INVITATION_STATUSES = ['open', 'accepted', 'declined', 'attended'] as const;
/** 待答复, 拟参加, 不参加, 已参加 */
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** An invitation of another body to the center (其他部门邀请). */
export interface InvitationState {
  readonly invitationId: string;
  readonly head: { readonly number: number; readonly hash: string };
  readonly rulesVersion: 1;
  readonly status: InvitationStatus;
  readonly startsAt: Instant;
  readonly caseNumber?: string;
  /** Who goes. */
  readonly attendeeId?: string;
  readonly ladders: Ladders;
}

/** The invitation after one more event; throws on an unknown type. */
export function evolveInvitation(state: InvitationState | undefined, event: InvitationEvent): InvitationState {
  return standingAt(fold(state, event), event);
}

function fold(state: InvitationState | undefined, event: InvitationEvent): InvitationState {
  if (event.type === 'InvitationRecorded') {
    const { rulesVersion, startsAt, caseNumber } = event.payload;
    return {
      invitationId: event.stream,
      head: { number: event.number, hash: event.hash },
      rulesVersion,
      status: 'open',
      startsAt,
      ...(caseNumber ? { caseNumber } : {}),
      ladders: NO_LADDERS,
    };
  }
  if (!state) throw new Error(`an invitation begins with InvitationRecorded, not ${event.type}`);
  switch (event.type) {
    case 'InvitationAccepted':
      return { ...state, status: 'accepted', attendeeId: event.payload.attendeeId };
    case 'InvitationDeclined':
      return { ...state, status: 'declined' };
    case 'InvitationAttended':
      return { ...state, status: 'attended' };
    case 'DeadlinesMoved':
      return state;
    case 'RungActed':
      return { ...state, ladders: climb(state.ladders, event.payload) };
    default:
      throw new UnknownEvent(event);
  }
}
