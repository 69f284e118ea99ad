import type { Actor } from '../access/actor.ts';
import { ensure } from '../domain-error.ts';
import { entryOf } from '../entry.ts';
import { ensureNear, type Instant } from '../instant.ts';
import type { TextReference } from '../case/case-event.ts';
import { actOnRung } from '../ledger/act.ts';
import type { Effect } from '../ledger/effect.ts';
import type { Consequences, EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import { changeLadders, climb, NO_LADDERS, type Ladder, type Ladders, type RungActed } from '../ledger/ladder.ts';
import { buildLadder } from '../policy/build-ladder.ts';
import type { Policy } from '../policy/policy.ts';
import type { WorkingTime } from '../working-time/working-time.ts';

/** What a meeting decided: who does what until when. */
export interface Resolution {
  readonly id: string;
  readonly unitId: string;
  readonly text: TextReference;
  readonly dueAt: Instant;
}

export interface MeetingPayloads {
  MeetingOpened: {
    readonly rulesVersion: 1;
    readonly caseNumber: string;
    readonly unitIds: readonly string[];
    readonly startsAt: Instant;
    readonly automatic: boolean;
    readonly place?: TextReference;
  };
  MeetingRescheduled: { readonly startsAt: Instant; readonly sequence: number; readonly text: TextReference };
  MeetingHeld: {
    readonly settled: boolean;
    readonly minutes: TextReference;
    readonly attendedUnitIds: readonly string[];
    readonly resolutions: readonly Resolution[];
  };
  MeetingCancelled: { readonly text: TextReference };
  ResolutionDone: { readonly resolutionId: string; readonly text: TextReference };
  RungActed: RungActed;
}
export type MeetingEventType = keyof MeetingPayloads;
export type NewMeetingEvent = { [T in MeetingEventType]: NewEvent<T, MeetingPayloads[T]> }[MeetingEventType];
export type MeetingEvent = { [T in MeetingEventType]: EventEnvelope<T, MeetingPayloads[T]> }[MeetingEventType];

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
  readonly resolutions: Readonly<Record<string, Resolution & { readonly doneAt?: Instant }>>;
  readonly ladders: Ladders;
}

export type MeetingCommand =
  | {
      readonly type: 'open';
      readonly caseNumber: string;
      readonly unitIds: readonly string[];
      readonly startsAt: Instant;
      readonly automatic: boolean;
      readonly place?: TextReference;
    }
  | { readonly type: 'reschedule'; readonly startsAt: Instant; readonly text: TextReference }
  | {
      readonly type: 'hold';
      readonly settled: boolean;
      readonly minutes: TextReference;
      readonly attendedUnitIds: readonly string[];
      readonly resolutions: readonly Omit<Resolution, 'id'>[];
    }
  | { readonly type: 'cancel'; readonly text: TextReference }
  | { readonly type: 'finish-resolution'; readonly resolutionId: string; readonly text: TextReference }
  | { readonly type: 'act'; readonly key: string; readonly at: Instant };

export interface MeetingContext {
  readonly now: Instant;
  readonly policy: Policy;
  readonly time: WorkingTime;
  readonly actor: Actor;
}

/** The meeting after one more event; throws on an unknown type. */
export function evolveMeeting(state: MeetingState | undefined, event: MeetingEvent): MeetingState {
  const folded = fold(state, event);
  return {
    ...folded,
    head: { number: event.number, hash: event.hash },
    ladders: changeLadders(folded.ladders, event.payload.ladders),
  };
}

function fold(state: MeetingState | undefined, event: MeetingEvent): MeetingState {
  if (event.type === 'MeetingOpened') {
    const { ladders: _, effects: __, place: ___, ...facts } = event.payload;
    const head = { number: event.number, hash: event.hash };
    return {
      ...facts,
      meetingId: event.stream,
      head,
      status: 'convened',
      sequence: 0,
      resolutions: {},
      ladders: NO_LADDERS,
    };
  }
  if (!state) throw new Error(`a meeting begins with MeetingOpened, not ${event.type}`);
  switch (event.type) {
    case 'MeetingRescheduled':
      return { ...state, startsAt: event.payload.startsAt, sequence: event.payload.sequence };
    case 'MeetingHeld': {
      const resolutions = Object.fromEntries(
        event.payload.resolutions.map((resolution) => [resolution.id, resolution]),
      );
      return { ...state, status: 'held', settled: event.payload.settled, resolutions };
    }
    case 'MeetingCancelled':
      return { ...state, status: 'cancelled', sequence: state.sequence + 1 };
    case 'ResolutionDone': {
      const resolution = state.resolutions[event.payload.resolutionId];
      if (!resolution) throw new Error(`no resolution ${event.payload.resolutionId}`);
      const done = { ...resolution, doneAt: event.at };
      return { ...state, resolutions: { ...state.resolutions, [resolution.id]: done } };
    }
    case 'RungActed':
      return { ...state, ladders: climb(state.ladders, event.payload) };
    default:
      throw new Error(`unknown meeting event ${String((event as MeetingEvent).type)}`);
  }
}

const REMINDER = 'reminder';
const MINUTES = 'minutes';

/** What a command means for a meeting; DomainError when a rule is not met. */
export function decideMeeting(
  state: MeetingState | undefined,
  command: MeetingCommand,
  context: MeetingContext,
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
    case 'finish-resolution':
      return finishResolution(state, command, context);
    case 'act':
      return act(state, command, context);
  }
}

type Command<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>;

function isConvened({ status }: MeetingState): void {
  ensure(status === 'convened', 'meeting.wrong-status', { status, expected: ['convened'] });
}

function open(command: Command<'open'>, context: MeetingContext): NewMeetingEvent[] {
  const { type: _, ...facts } = command;
  const { startsAt } = facts;
  ensureNear(context.now, startsAt);
  const effects: Effect[] = [{ code: 'notice:meeting-invitation:units', subject: REMINDER, due: startsAt }];
  const consequences = { ladders: beforeMeeting(startsAt, 1, context), effects };
  return [event('MeetingOpened', { rulesVersion: 1, ...facts }, consequences)];
}

function reschedule(state: MeetingState, command: Command<'reschedule'>, context: MeetingContext): NewMeetingEvent[] {
  isConvened(state);
  const { startsAt, text } = command;
  ensureNear(context.now, startsAt);
  ensure(startsAt > context.now, 'meeting.in-past');
  const sequence = state.sequence + 1;
  const effects: Effect[] = [{ code: 'notice:meeting-update:units', subject: REMINDER, due: startsAt }];
  const consequences = { ladders: beforeMeeting(startsAt, sequence + 1, context), effects };
  return [event('MeetingRescheduled', { startsAt, sequence, text }, consequences)];
}

function cancel(state: MeetingState, { text }: Command<'cancel'>): NewMeetingEvent[] {
  isConvened(state);
  const effects: Effect[] = [{ code: 'notice:meeting-cancellation:units', subject: REMINDER, due: state.startsAt }];
  return [event('MeetingCancelled', { text }, { ladders: { drop: [REMINDER, MINUTES] }, effects })];
}

function finishResolution(
  state: MeetingState,
  { resolutionId, text }: Command<'finish-resolution'>,
  context: MeetingContext,
): NewMeetingEvent[] {
  const resolution = entryOf(state.resolutions, resolutionId);
  ensure(resolution && !mustNotSee(resolution.unitId, context), 'resolution.not-found');
  ensure(!resolution.doneAt, 'resolution.done-before');
  return [event('ResolutionDone', { resolutionId, text }, { ladders: { drop: [`resolution/${resolutionId}`] } })];
}

function act(state: MeetingState, { key, at }: Command<'act'>, context: MeetingContext): NewMeetingEvent[] {
  ensureNear(context.now, at);
  const happening = actOnRung(state.ladders, key, at, context.time);
  if (!happening) return [];
  const { subject } = happening.acted;
  const unitId = state.resolutions[subject.replace('resolution/', '')]?.unitId;
  const effects = happening.effects.map((code): Effect => ({ code, subject, ...(unitId ? { unitId } : {}) }));
  return [{ ...event('RungActed', happening.acted, { effects }), actionKey: happening.key }];
}

function mustNotSee(unitId: string, { actor }: MeetingContext): boolean {
  return (actor.role === 'unit-handler' || actor.role === 'unit-head') && actor.unitId !== unitId;
}

function hold(state: MeetingState, command: Command<'hold'>, context: MeetingContext): NewMeetingEvent[] {
  isConvened(state);
  const { settled, minutes, attendedUnitIds } = command;
  ensureNear(context.now, ...command.resolutions.map(({ dueAt }) => dueAt));
  ensure(
    command.resolutions.every(({ dueAt }) => dueAt > context.now),
    'resolution.due-in-past',
  );
  const resolutions = command.resolutions.map((resolution, index) => ({ id: `r${index + 1}`, ...resolution }));
  const set = resolutions.map(({ id, dueAt }) =>
    buildLadder(
      'resolution',
      { subject: `resolution/${id}`, term: 1, now: context.now },
      { start: context.now, due: dueAt },
      context,
    ),
  );
  const effects = resolutions.map(({ id, unitId, dueAt }): Effect => ({
    code: 'notice:resolution:handler',
    subject: `resolution/${id}`,
    unitId,
    due: dueAt,
  }));
  return [
    event(
      'MeetingHeld',
      { settled, minutes, attendedUnitIds, resolutions },
      { ladders: { drop: [REMINDER, MINUTES], set }, effects },
    ),
  ];
}

/** The units are reminded a working day before, where they were told earlier than that; then minutes are owed. */
function beforeMeeting(startsAt: Instant, term: number, context: MeetingContext) {
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

function event<T extends MeetingEventType>(
  type: T,
  payload: MeetingPayloads[T],
  consequences: Consequences,
): NewMeetingEvent {
  return { type, payload: { ...payload, ...consequences } } as NewMeetingEvent;
}
