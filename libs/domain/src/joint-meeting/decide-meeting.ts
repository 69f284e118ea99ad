import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { entryOf } from '../entry.ts';
import { ensureNear } from '../instant.ts';
import { actOnRung } from '../ledger/act.ts';
import type { Effect } from '../ledger/effect.ts';
import type { Ladder } from '../ledger/ladder.ts';
import { buildLadder } from '../policy/build-ladder.ts';
import type { MeetingCommand } from './meeting-command.ts';
import {
  beforeMeeting,
  event,
  isConvened,
  isFixed,
  MINUTES,
  mustNotSee,
  REMINDER,
  type MeetingCommandOf,
} from './meeting-decision.ts';
import type { MeetingPayloads, NewMeetingEvent, Resolution } from './meeting-event.ts';
import { isPolling, type MeetingState } from './meeting-state.ts';
import { answerPoll, fixTime, openPoll, POLL, pollCame, waitsOfPoll } from './polling.ts';

/** What a command means for a meeting; DomainError when a rule is not met. */
export function decideMeeting(
  state: MeetingState | undefined,
  command: MeetingCommand,
  context: DecisionContext,
): NewMeetingEvent[] {
  if (command.type === 'open') {
    ensure(!state, 'meeting.already-open');
    return open(command, context);
  }
  ensure(state, 'meeting.not-found');
  switch (command.type) {
    case 'reschedule':
      return reschedule(state, command, context);
    case 'hold':
      return hold(state, command, context);
    case 'cancel':
      return cancel(state, command);
    case 'answer-poll':
      return answerPoll(state, command, context);
    case 'fix-time':
      return fixTime(state, command, context);
    case 'finish-resolution':
      return finishResolution(state, command, context);
    case 'act':
      return act(state, command, context);
  }
}

function open(command: MeetingCommandOf<'open'>, context: DecisionContext): NewMeetingEvent[] {
  const { type: _, otherTimes = [], ...facts } = command;
  const { startsAt } = facts;
  ensureNear(context.now, startsAt, ...otherTimes);
  if (otherTimes.length > 0) return [openPoll(facts, otherTimes, context)];
  const effects: Effect[] = [{ code: 'notice:meeting-invitation:units', subject: REMINDER, due: startsAt }];
  const consequences = { ladders: beforeMeeting(startsAt, 1, context), effects };
  return [event('MeetingOpened', { rulesVersion: 1, ...facts }, consequences)];
}

function reschedule(
  state: MeetingState,
  command: MeetingCommandOf<'reschedule'>,
  context: DecisionContext,
): NewMeetingEvent[] {
  isFixed(state);
  const { startsAt, text, place } = command;
  ensureNear(context.now, startsAt);
  ensure(startsAt > context.now, 'meeting.in-past');
  const sequence = state.sequence + 1;
  const effects: Effect[] = [{ code: 'notice:meeting-update:units', subject: REMINDER, due: startsAt }];
  const consequences = { ladders: beforeMeeting(startsAt, sequence + 1, context), effects };
  return [event('MeetingRescheduled', { startsAt, sequence, text, ...(place ? { place } : {}) }, consequences)];
}

function cancel(state: MeetingState, { text }: MeetingCommandOf<'cancel'>): NewMeetingEvent[] {
  isConvened(state);
  const effects: Effect[] = [{ code: 'notice:meeting-cancellation:units', subject: REMINDER, due: state.startsAt }];
  return [
    event('MeetingCancelled', { text }, { ladders: { drop: [REMINDER, MINUTES, ...waitsOfPoll(state)] }, effects }),
  ];
}

function finishResolution(
  state: MeetingState,
  { resolutionId, text }: MeetingCommandOf<'finish-resolution'>,
  context: DecisionContext,
): NewMeetingEvent[] {
  const resolution = entryOf(state.resolutions, resolutionId);
  ensure(resolution && !mustNotSee(resolution.unitId, context), 'resolution.not-found');
  ensure(!resolution.doneAt, 'resolution.done-before');
  return [event('ResolutionDone', { resolutionId, text }, { ladders: { drop: [`resolution/${resolutionId}`] } })];
}

function act(state: MeetingState, { key, at }: MeetingCommandOf<'act'>, context: DecisionContext): NewMeetingEvent[] {
  ensureNear(context.now, at);
  const happening = actOnRung(state.ladders, key, at, context.time);
  if (!happening) return [];
  const { subject } = happening.acted;
  if (subject === POLL && isPolling(state)) return pollCame(state, happening, context);
  const unitId = state.resolutions[subject.replace('resolution/', '')]?.unitId;
  const effects = happening.effects.map((code): Effect => ({ code, subject, ...(unitId ? { unitId } : {}) }));
  return [{ ...event('RungActed', happening.acted, { effects }), actionKey: happening.key }];
}

function hold(state: MeetingState, command: MeetingCommandOf<'hold'>, context: DecisionContext): NewMeetingEvent[] {
  isFixed(state);
  const { settled, minutes, attendedUnitIds, substitutes = [], unsettled = [], place } = command;
  ensureNear(context.now, ...command.resolutions.map(({ dueAt }) => dueAt));
  ensure(
    command.resolutions.every(({ dueAt }) => dueAt > context.now),
    'resolution.due-in-past',
  );
  ensure(!settled || unsettled.length === 0, 'meeting.settled-with-points');
  const stranger = substitutes.find(({ unitId }) => !attendedUnitIds.includes(unitId));
  ensure(!stranger, 'meeting.substitute-absent', { unitId: stranger?.unitId });
  const resolutions = command.resolutions.map((resolution, index) => ({ id: `r${index + 1}`, ...resolution }));
  const facts = {
    settled,
    minutes,
    attendedUnitIds,
    ...(substitutes.length > 0 ? { substitutes } : {}),
    ...(unsettled.length > 0 ? { unsettled: unsettled.map((text, index) => ({ id: `u${index + 1}`, text })) } : {}),
    ...(place ? { place } : {}),
    resolutions,
  };
  const effects = [...toldOfMinutes(state, facts), ...resolutions.map(toldOwner)];
  return [
    event('MeetingHeld', facts, { ladders: { drop: [REMINDER, MINUTES], set: followed(facts, context) }, effects }),
  ];
}

type Held = Pick<MeetingPayloads['MeetingHeld'], 'attendedUnitIds' | 'resolutions'>;

/** 会议纪要 goes to whoever came, to whoever should have come, and to whoever has something to do by it. */
function toldOfMinutes({ unitIds }: MeetingState, { attendedUnitIds, resolutions }: Held): Effect[] {
  const concerned = new Set([...attendedUnitIds, ...unitIds, ...resolutions.map(({ unitId }) => unitId)]);
  return [...concerned].map((unitId) => ({ code: 'notice:meeting-minutes:handler', subject: MINUTES, unitId }));
}

function toldOwner({ id, unitId, dueAt }: Resolution): Effect {
  return { code: 'notice:resolution:handler', subject: `resolution/${id}`, unitId, due: dueAt };
}

function followed({ resolutions }: Held, context: DecisionContext): Ladder[] {
  const { now } = context;
  return resolutions.map(({ id, dueAt }) =>
    buildLadder('resolution', { subject: `resolution/${id}`, term: 1, now }, { start: now, due: dueAt }, context),
  );
}
