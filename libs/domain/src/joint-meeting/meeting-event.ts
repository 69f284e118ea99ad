import type { TextReference } from '../case/case-words.ts';
import type { DocumentNumber } from '../case/supervision-document.ts';
import type { Instant } from '../instant.ts';
import type { EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import type { RungActed } from '../ledger/ladder.ts';
import type { DeadlinesMoved } from '../rules-change/move-deadlines.ts';

/** What a meeting decided: who does what until when. */
export interface Resolution {
  readonly id: string;
  readonly unitId: string;
  readonly text: TextReference;
  readonly dueAt: Instant;
}

/** Who came for a unit in somebody's place. The names are words, never in the event. */
export interface Substitute {
  readonly unitId: string;
  readonly person: TextReference;
  readonly inPlaceOf: TextReference;
}

export interface MeetingPayloads {
  MeetingOpened: {
    readonly rulesVersion: 1;
    readonly caseNumber: string;
    readonly unitIds: readonly string[];
    readonly startsAt: Instant;
    readonly automatic: boolean;
    readonly place?: TextReference;
    /** The meeting whose unsettled points it takes up. */
    readonly follows?: string;
    /** 征求时间: the times the units may choose among, and until when they answer. */
    readonly poll?: { readonly times: readonly Instant[]; readonly answerBy: Instant };
  };
  PollAnswered: { readonly unitId: string; readonly suits: readonly Instant[]; readonly text?: TextReference };
  /** `automatic`: nobody fixed one in time, so the one was taken that suits most. */
  MeetingTimeFixed: { readonly startsAt: Instant; readonly automatic: boolean };
  MeetingRescheduled: {
    readonly startsAt: Instant;
    readonly sequence: number;
    readonly text: TextReference;
    /** Another room; absent where it stays the same. */
    readonly place?: TextReference;
  };
  MeetingHeld: {
    readonly settled: boolean;
    readonly minutes: TextReference;
    readonly attendedUnitIds: readonly string[];
    readonly substitutes?: readonly Substitute[];
    /** What was left open, where it was not settled. */
    readonly unsettled?: readonly { readonly id: string; readonly text: TextReference }[];
    /** The room it was held in, where that was another than announced. */
    readonly place?: TextReference;
    /** 会议纪要's number, given where the event is written down; a training's minutes have none. */
    readonly number?: DocumentNumber;
    readonly resolutions: readonly Resolution[];
  };
  MeetingCancelled: { readonly text: TextReference };
  ResolutionDone: { readonly resolutionId: string; readonly text: TextReference };
  DeadlinesMoved: DeadlinesMoved;
  RungActed: RungActed;
}
export type MeetingEventType = keyof MeetingPayloads;
export type NewMeetingEvent = { [T in MeetingEventType]: NewEvent<T, MeetingPayloads[T]> }[MeetingEventType];
export type MeetingEvent = { [T in MeetingEventType]: EventEnvelope<T, MeetingPayloads[T]> }[MeetingEventType];
