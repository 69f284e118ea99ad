import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { ensureNear, type Instant } from '../instant.ts';
import type { Act } from '../ledger/act.ts';
import type { Effect } from '../ledger/effect.ts';
import { buildLadder } from '../policy/build-ladder.ts';
import {
  beforeMeeting,
  event,
  isConvened,
  meetingTime,
  mustNotSee,
  REMINDER,
  type MeetingCommandOf,
} from './meeting-decision.ts';
import type { MeetingPayloads, NewMeetingEvent } from './meeting-event.ts';
import { isPolling, unansweredOf, type MeetingState, type PollState } from './meeting-state.ts';

/** 征求时间: the wait for the units' answers. */
export const POLL = 'poll';
const ofUnit = (unitId: string): string => `${POLL}/${unitId}`;

/** Every wait of a poll, with the calls it gave out. */
export function waitsOfPoll(state: MeetingState): string[] {
  return state.poll ? [POLL, ...state.unitIds.map(ofUnit)] : [];
}

type Opening = Omit<MeetingPayloads['MeetingOpened'], 'rulesVersion' | 'poll'>;

/** The units are asked which of the times suit them. Until one is fixed, the earliest stands for lists. */
export function openPoll(facts: Opening, otherTimes: readonly Instant[], context: DecisionContext): NewMeetingEvent {
  const { now, time, policy } = context;
  const times = [...new Set([facts.startsAt, ...otherTimes])].toSorted();
  const [startsAt = facts.startsAt] = times;
  const answerBy = time.add(now, policy.waits.meetingPoll).at;
  ensure(startsAt > now, 'meeting.in-past');
  ensure(startsAt > answerBy, 'meeting.poll-too-late', { answerBy });
  const ladder = buildLadder('meeting-poll', { subject: POLL, term: 1, now }, { start: now, due: answerBy }, context);
  const effects: Effect[] = [{ code: 'notice:meeting-poll:units', subject: POLL, due: answerBy }];
  const poll = { times, answerBy };
  return event('MeetingOpened', { rulesVersion: 1, ...facts, startsAt, poll }, { ladders: { set: [ladder] }, effects });
}

/** A unit says which times suit it; none of them may. Who answers again has changed his mind. */
export function answerPoll(
  state: MeetingState,
  { unitId, suits, text }: MeetingCommandOf<'answer-poll'>,
  context: DecisionContext,
): NewMeetingEvent[] {
  ensure(state.unitIds.includes(unitId) && !mustNotSee(unitId, context), 'meeting.not-invited');
  isConvened(state);
  ensure(isPolling(state), 'meeting.no-poll');
  ensureNear(context.now, ...suits);
  ensure(
    suits.every((at) => state.poll.times.includes(at)),
    'meeting.not-proposed',
  );
  const facts = { unitId, suits: [...new Set(suits)].toSorted(), ...(text ? { text } : {}) };
  const missing = unansweredOf(state).filter((other) => other !== unitId);
  const last = missing.length === 0 && !Object.hasOwn(state.poll.answers, unitId);
  const due = state.ladders.running[POLL]?.rungs.at(-1)?.at;
  const fix: Effect = { code: 'task:fix-meeting-time:supervision', subject: POLL, ...(due ? { due } : {}) };
  return [event('PollAnswered', facts, { ladders: { drop: [ofUnit(unitId)] }, effects: last ? [fix] : [] })];
}

/** The center takes one of the times; the invitations go out. */
export function fixTime(
  state: MeetingState,
  { startsAt }: MeetingCommandOf<'fix-time'>,
  context: DecisionContext,
): NewMeetingEvent[] {
  isConvened(state);
  ensure(isPolling(state), 'meeting.no-poll');
  ensureNear(context.now, startsAt);
  ensure(state.poll.times.includes(startsAt), 'meeting.not-proposed');
  ensure(startsAt > context.now, 'meeting.in-past');
  return [fixed(state, startsAt, false, context)];
}

/** A rung of the poll: who is silent is phoned; in the end the time is taken that suits most. */
export function pollCame(
  state: MeetingState & { readonly poll: PollState },
  { acted, effects, key }: Act,
  context: DecisionContext,
): NewMeetingEvent[] {
  const silent = unansweredOf(state).flatMap((unitId) =>
    effects.map((code): Effect => ({ code, subject: ofUnit(unitId), unitId })),
  );
  const taken = acted.rung === 'fixed';
  const came = { ...event('RungActed', acted, { effects: taken ? [] : silent }), actionKey: key };
  return taken ? [came, fixed(state, bestTime(state.poll, context), true, context)] : [came];
}

/** The time that suits most units, the earliest of several; when all have gone by, the next that gives due notice. */
export function bestTime({ times, answers }: PollState, context: DecisionContext): Instant {
  const suiting = (at: Instant): number => Object.values(answers).filter((suits) => suits.includes(at)).length;
  const open = times.filter((at) => at > context.now);
  const most = Math.max(...open.map(suiting));
  return open.find((at) => suiting(at) === most) ?? meetingTime(context);
}

function fixed(state: MeetingState, startsAt: Instant, automatic: boolean, context: DecisionContext): NewMeetingEvent {
  const effects: Effect[] = [{ code: 'notice:meeting-invitation:units', subject: REMINDER, due: startsAt }];
  const ladders = { drop: waitsOfPoll(state), ...beforeMeeting(startsAt, 1, context) };
  return event('MeetingTimeFixed', { startsAt, automatic }, { ladders, effects });
}
