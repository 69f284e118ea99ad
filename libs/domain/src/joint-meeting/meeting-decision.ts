import { isOfUnit } from '../access/actor.ts';
import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import type { Consequences } from '../ledger/event-envelope.ts';
import type { Ladder } from '../ledger/ladder.ts';
import { buildLadder } from '../policy/build-ladder.ts';
import type { MeetingCommand } from './meeting-command.ts';
import type { MeetingEventType, MeetingPayloads, NewMeetingEvent } from './meeting-event.ts';
import { isPolling, type MeetingState } from './meeting-state.ts';

export const REMINDER = 'reminder';
export const MINUTES = 'minutes';

export type MeetingCommandOf<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>;

export function isConvened({ status }: MeetingState): void {
  ensure(status === 'convened', 'meeting.wrong-status', { status, expected: ['convened'] });
}

/** Convened, and its time stands. */
export function isFixed(state: MeetingState): void {
  isConvened(state);
  ensure(!isPolling(state), 'meeting.time-open');
}

export function mustNotSee(unitId: string, { actor }: DecisionContext): boolean {
  return isOfUnit(actor) && actor.unitId !== unitId;
}

/** The units are reminded a working day before, where they were told earlier than that; then minutes are owed. */
export function beforeMeeting(startsAt: Instant, term: number, context: DecisionContext) {
  const { time, now, policy } = context;
  const minutesBy = time.add(startsAt, policy.waits.minutes).at;
  const untilReminder = time.between(now, startsAt) - time.workingDay;
  const remindAt = time.addWorking(now, Math.max(0, untilReminder)).at;
  const reminder: Ladder =
    untilReminder > 0
      ? buildLadder('meeting', { subject: REMINDER, term, now }, { start: remindAt, due: startsAt }, context)
      : { subject: REMINDER, term, rungs: [] };
  const minutes = buildLadder('minutes', { subject: MINUTES, term, now }, { start: startsAt, due: minutesBy }, context);
  return { set: [reminder, minutes] };
}

export function event<T extends MeetingEventType>(
  type: T,
  payload: MeetingPayloads[T],
  consequences: Consequences,
): NewMeetingEvent {
  return { type, payload: { ...payload, ...consequences } } as NewMeetingEvent;
}

const HALF_HOUR = 30 * 60_000;

/** When a meeting that nobody gave a time begins: after the notice that units are owed, at the next half hour of desk hours. */
export function meetingTime({ now, time, policy }: DecisionContext): Instant {
  const noticed = time.add(now, policy.waits.meetingNotice).at;
  if (policy.pace.kind !== 'desk') return noticed;
  const next = millisecondsOf(time.addWorking(noticed, HALF_HOUR).at);
  return instantOf(next - (next % HALF_HOUR));
}
