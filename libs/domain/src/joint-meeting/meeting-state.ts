import type { Instant } from '../instant.ts';
import type { Ladders } from '../ledger/ladder.ts';
import type { Resolution } from './meeting-event.ts';

export interface MeetingState {
  readonly meetingId: string;
  readonly caseNumber: string;
  readonly head: { readonly number: number; readonly hash: string };
  readonly rulesVersion: 1;
  readonly status: 'convened' | 'held' | 'cancelled';
  readonly unitIds: readonly string[];
  readonly startsAt: Instant;
  readonly automatic: boolean;
  /** Counts the changes of time, for the invitation's SEQUENCE. */
  readonly sequence: number;
  readonly settled?: boolean;
  /** The meeting whose unsettled points it takes up. */
  readonly follows?: string;
  readonly resolutions: Readonly<Record<string, Resolution & { readonly doneAt?: Instant }>>;
  /** 征求时间, where units were asked; it stays as it was when a time was fixed. */
  readonly poll?: PollState;
  readonly ladders: Ladders;
}

/** Which of the proposed times suit whom. */
export interface PollState {
  /** In order. */
  readonly times: readonly Instant[];
  readonly answerBy: Instant;
  readonly answers: Readonly<Record<string, readonly Instant[]>>;
  readonly fixed?: true;
}

/** Whether the units are being asked for a time, so that none stands yet. */
export function isPolling(state: MeetingState): state is MeetingState & { readonly poll: PollState } {
  return state.status === 'convened' && state.poll !== undefined && !state.poll.fixed;
}

/** The units that have not said which times suit them. */
export function unansweredOf({ unitIds, poll }: MeetingState): string[] {
  return poll ? unitIds.filter((unitId) => !Object.hasOwn(poll.answers, unitId)) : [];
}
