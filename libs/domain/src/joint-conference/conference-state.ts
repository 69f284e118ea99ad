import type { Instant } from '../instant.ts';
import { climb, NO_LADDERS, type Ladders } from '../ledger/ladder.ts';
import { standingAt } from '../ledger/standing-at.ts';
import { UnknownEvent } from '../ledger/unknown-event.ts';
import type { AgendaItem, ConferenceEvent, ConferenceResolution, ItemDecision } from './conference-event.ts';

export const CONFERENCE_STATUSES = ['preparing', 'invited', 'held', 'cancelled'] as const;
/** 筹备中, 已通知, 已召开, 已取消 */
export type ConferenceStatus = (typeof CONFERENCE_STATUSES)[number];

/** 联席会议: one session of the standing circle. */
export interface ConferenceState {
  readonly conferenceId: string;
  readonly head: { readonly number: number; readonly hash: string };
  readonly rulesVersion: 1;
  readonly status: ConferenceStatus;
  readonly month: string;
  readonly startsAt: Instant;
  readonly memberIds: readonly string[];
  readonly unitIds: readonly string[];
  /** Counts the changes of time, for the invitation's SEQUENCE. */
  readonly sequence: number;
  /** The rule has drafted the agenda. */
  readonly drafted: boolean;
  /** How many items were ever put on it: the next one's number. */
  readonly items: number;
  readonly agenda: Readonly<Record<string, AgendaItem & { readonly decision?: ItemDecision }>>;
  readonly resolutions: Readonly<Record<string, ConferenceResolution & { readonly doneAt?: Instant }>>;
  readonly ladders: Ladders;
}

/** The session after one more event; throws on an unknown type. */
export function evolveConference(state: ConferenceState | undefined, event: ConferenceEvent): ConferenceState {
  return standingAt(fold(state, event), event);
}

function fold(state: ConferenceState | undefined, event: ConferenceEvent): ConferenceState {
  if (event.type === 'ConferenceOpened') {
    const { ladders: _, effects: __, place: ___, ...facts } = event.payload;
    return {
      ...facts,
      conferenceId: event.stream,
      head: { number: event.number, hash: event.hash },
      status: 'preparing',
      sequence: 0,
      drafted: false,
      items: 0,
      agenda: {},
      resolutions: {},
      ladders: NO_LADDERS,
    };
  }
  if (!state) throw new Error(`a session begins with ConferenceOpened, not ${event.type}`);
  switch (event.type) {
    case 'AgendaDrafted':
      return { ...withItems(state, event.payload.items), drafted: true };
    case 'AgendaItemAdded': {
      const { ladders: _, effects: __, ...item } = event.payload;
      return withItems(state, [item]);
    }
    case 'AgendaItemRemoved': {
      const { [event.payload.itemId]: _, ...agenda } = state.agenda;
      return { ...state, agenda };
    }
    case 'ConferenceInvited':
      return { ...state, status: 'invited' };
    case 'ConferenceRescheduled':
      return { ...state, startsAt: event.payload.startsAt, sequence: event.payload.sequence };
    case 'ConferenceCancelled':
      return { ...state, status: 'cancelled', sequence: state.sequence + 1 };
    case 'ConferenceHeld':
      return held(state, event.payload);
    case 'ConferenceResolutionDone': {
      const resolution = state.resolutions[event.payload.resolutionId];
      if (!resolution) throw new Error(`no resolution ${event.payload.resolutionId}`);
      const done = { ...resolution, doneAt: event.at };
      return { ...state, resolutions: { ...state.resolutions, [resolution.id]: done } };
    }
    case 'DeadlinesMoved':
      return state;
    case 'RungActed':
      return { ...state, ladders: climb(state.ladders, event.payload) };
    default:
      throw new UnknownEvent(event);
  }
}

function withItems(state: ConferenceState, items: readonly AgendaItem[]): ConferenceState {
  const agenda = { ...state.agenda, ...Object.fromEntries(items.map((item) => [item.id, item])) };
  return { ...state, items: state.items + items.length, agenda };
}

function held(
  state: ConferenceState,
  { decisions, resolutions }: Extract<ConferenceEvent, { type: 'ConferenceHeld' }>['payload'],
): ConferenceState {
  const decided = new Map(decisions.map((decision) => [decision.itemId, decision]));
  const agenda = Object.fromEntries(
    Object.values(state.agenda).map((item) => {
      const decision = decided.get(item.id);
      return [item.id, decision ? { ...item, decision } : item];
    }),
  );
  const made = Object.fromEntries(resolutions.map((resolution) => [resolution.id, resolution]));
  return { ...state, status: 'held', agenda, resolutions: made };
}

/** The cases that stand on the agenda, in the order of their numbers, which is that of their locks. */
export function casesOnAgenda({ agenda }: Pick<ConferenceState, 'agenda'>): string[] {
  return [...new Set(Object.values(agenda).flatMap(({ caseNumber }) => caseNumber ?? []))].sort();
}
