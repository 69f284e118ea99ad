import { isOfUnit } from '../access/actor.ts';
import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { entryOf } from '../entry.ts';
import { ensureNear, type Instant } from '../instant.ts';
import { actOnRung } from '../ledger/act.ts';
import type { Effect, EffectCode } from '../ledger/effect.ts';
import { withConsequences, type Consequences } from '../ledger/event-envelope.ts';
import type { Ladder } from '../ledger/ladder.ts';
import { buildLadder } from '../policy/build-ladder.ts';
import type { Term } from '../working-time/working-time.ts';
import { workingLengthOf } from '../policy/rebuild-ladder.ts';
import type {
  ConferenceCommand,
  ConferenceCommandType,
  ConferenceEventType,
  ConferencePayloads,
  ConferenceResolution,
  NewConferenceEvent,
} from './conference-event.ts';
import type { ConferenceState, ConferenceStatus } from './conference-state.ts';

type Command<Type extends ConferenceCommandType> = Extract<ConferenceCommand, { type: Type }>;

/** The waits of a session. */
export const PREPARATION = 'preparation';
const REMINDER = 'reminder';
const MINUTES = 'minutes';
export const RESOLUTION = 'resolution/';
/** The rungs of its preparation: the agenda is drafted, the invitations go out by themselves. */
export const AGENDA_RUNG = 'agenda';
const INVITATIONS_RUNG = 'invitations';
/** As many items as the minutes can decide of. */
export const MOST_ON_AGENDA = 50;

/** What a command means for a session of the circle; DomainError when a rule is not met. */
export function decideConference(
  state: ConferenceState | undefined,
  command: ConferenceCommand,
  context: DecisionContext,
): NewConferenceEvent[] {
  if (command.type === 'open') {
    ensure(!state, 'conference.already-open');
    return open(command, context);
  }
  ensure(state, 'conference.not-found');
  switch (command.type) {
    case 'add-item':
      return addItem(state, command);
    case 'remove-item': {
      isStill(state, ['preparing', 'invited']);
      ensure(entryOf(state.agenda, command.itemId), 'conference.unknown-item');
      return [event('AgendaItemRemoved', { itemId: command.itemId, text: command.text })];
    }
    case 'invite':
      return invite(state, command, context);
    case 'reschedule':
      return reschedule(state, command, context);
    case 'cancel':
      return cancel(state, command);
    case 'hold':
      return hold(state, command, context);
    case 'finish-resolution':
      return finishResolution(state, command, context);
    case 'act':
      return act(state, command, context);
  }
}

function isStill({ status }: ConferenceState, expected: readonly ConferenceStatus[]): void {
  ensure(expected.includes(status), 'conference.wrong-status', { status, expected });
}

function open(command: Command<'open'>, context: DecisionContext): NewConferenceEvent[] {
  const { type: _, ...facts } = command;
  ensureNear(context.now, facts.startsAt);
  ensure(facts.startsAt > context.now, 'conference.in-past');
  ensure(facts.memberIds.length > 0, 'conference.no-members');
  const set = [preparation({ ...facts, drafted: false }, 1, context), minutesOwed(facts.startsAt, 1, context)];
  return [event('ConferenceOpened', { rulesVersion: 1, ...facts }, { ladders: { set } })];
}

/** So long before an instant, in working time, and not before now. */
function before(at: Instant, term: Term, { now, time }: DecisionContext): Instant {
  const left = time.between(now, at) - workingLengthOf(term, time);
  return time.addWorking(now, Math.max(0, left)).at;
}

function preparation(
  { startsAt, drafted }: Pick<ConferenceState, 'startsAt' | 'drafted'>,
  term: number,
  context: DecisionContext,
): Ladder {
  const { conferenceAgenda, conferenceInvitations } = context.policy.waits;
  const wait = {
    start: before(startsAt, conferenceAgenda, context),
    due: before(startsAt, conferenceInvitations, context),
  };
  const ladder = buildLadder('conference-preparation', { subject: PREPARATION, term, now: context.now }, wait, context);
  return drafted ? { ...ladder, rungs: ladder.rungs.filter(({ rung }) => rung !== AGENDA_RUNG) } : ladder;
}

/** From its time on minutes are owed, or word that it was not held. */
function minutesOwed(startsAt: Instant, term: number, context: DecisionContext): Ladder {
  const due = context.time.add(startsAt, context.policy.waits.minutes).at;
  const as = { subject: MINUTES, term, now: context.now };
  return buildLadder('conference-minutes', as, { start: startsAt, due }, context);
}

/** A working day before, where the invitation went out earlier than that. */
function reminder(startsAt: Instant, term: number, context: DecisionContext): Ladder {
  const { now, time } = context;
  const early = time.between(now, startsAt) > time.workingDay;
  if (!early) return { subject: REMINDER, term, rungs: [] };
  const start = before(startsAt, { workingDays: 1 }, context);
  return buildLadder('conference', { subject: REMINDER, term, now }, { start, due: startsAt }, context);
}

function addItem(state: ConferenceState, command: Command<'add-item'>): NewConferenceEvent[] {
  isStill(state, ['preparing', 'invited']);
  const { type: _, ...item } = command;
  ensure(freePlaces(state) > 0, 'conference.agenda-full', { most: MOST_ON_AGENDA });
  const twice = Object.values(state.agenda).some(({ caseNumber }) => caseNumber && caseNumber === item.caseNumber);
  ensure(!twice, 'conference.case-on-agenda');
  areMembers(state, item.memberIds);
  return [event('AgendaItemAdded', { id: `i${state.items + 1}`, ...item })];
}

function freePlaces({ agenda }: ConferenceState): number {
  return MOST_ON_AGENDA - Object.keys(agenda).length;
}

function areMembers(state: ConferenceState, memberIds: readonly string[]): void {
  const stranger = memberIds.find((id) => !state.memberIds.includes(id));
  ensure(stranger === undefined, 'conference.not-a-member', { memberId: stranger });
}

/** Before the agenda was drafted, the invitations bring it with them: nothing drafts it later. */
function invite(
  state: ConferenceState,
  { drafted = [] }: Command<'invite'>,
  context: DecisionContext,
): NewConferenceEvent[] {
  isStill(state, ['preparing']);
  ensure(state.startsAt > context.now, 'conference.in-past');
  const agenda = state.drafted ? [] : [agendaOf(state, drafted)];
  return [...agenda, invited(state, false, 'notice:conference-invitation:circle', context)];
}

function invited(
  state: ConferenceState,
  automatic: boolean,
  code: EffectCode,
  context: DecisionContext,
): NewConferenceEvent {
  const { startsAt, sequence } = state;
  // After an outage its time may be over: then nobody is called to it, and the wait for the minutes tells.
  const effects: Effect[] = startsAt > context.now ? [{ code, subject: REMINDER, due: startsAt }] : [];
  const ladders = { drop: [PREPARATION], set: [reminder(startsAt, sequence + 1, context)] };
  return event('ConferenceInvited', { automatic }, { ladders, effects });
}

function reschedule(
  state: ConferenceState,
  command: Command<'reschedule'>,
  context: DecisionContext,
): NewConferenceEvent[] {
  isStill(state, ['preparing', 'invited']);
  const { startsAt, text, place } = command;
  ensureNear(context.now, startsAt);
  ensure(startsAt > context.now, 'conference.in-past');
  const sequence = state.sequence + 1;
  const told = state.status === 'invited';
  const wait = told
    ? reminder(startsAt, sequence + 1, context)
    : preparation({ startsAt, drafted: state.drafted }, sequence + 1, context);
  const ladders = { set: [wait, minutesOwed(startsAt, sequence + 1, context)] };
  const facts = { startsAt, sequence, text, ...(place ? { place } : {}) };
  return [event('ConferenceRescheduled', facts, { ladders, effects: rescheduled(state, startsAt, wait) })];
}

/** Whoever was invited hears of it; before, the agenda that was drafted is to be settled by another day: its wait began anew. */
function rescheduled({ status, drafted }: ConferenceState, startsAt: Instant, wait: Ladder): Effect[] {
  if (status === 'invited') return [{ code: 'notice:conference-update:circle', subject: REMINDER, due: startsAt }];
  const due = wait.rungs.at(-1)?.at;
  return drafted ? [{ code: 'task:conference-agenda:supervision', subject: PREPARATION, ...(due ? { due } : {}) }] : [];
}

function cancel(state: ConferenceState, { text }: Command<'cancel'>): NewConferenceEvent[] {
  isStill(state, ['preparing', 'invited']);
  const told: Effect = { code: 'notice:conference-cancellation:circle', subject: REMINDER, due: state.startsAt };
  const effects = state.status === 'invited' ? [told] : [];
  return [event('ConferenceCancelled', { text }, { ladders: { drop: [PREPARATION, REMINDER, MINUTES] }, effects })];
}

function hold(state: ConferenceState, command: Command<'hold'>, context: DecisionContext): NewConferenceEvent[] {
  isStill(state, ['invited']);
  const { minutes, attendedMemberIds, substitutes = [], decisions } = command;
  areMembers(state, attendedMemberIds);
  const stranger = substitutes.find(({ memberId }) => !attendedMemberIds.includes(memberId));
  ensure(!stranger, 'conference.substitute-absent', { memberId: stranger?.memberId });
  everyItemOnce(
    state,
    decisions.map(({ itemId }) => itemId),
  );
  const resolutions = command.resolutions.map((resolution, index) => ({ id: `r${index + 1}`, ...resolution }));
  ensureNear(context.now, ...resolutions.map(({ dueAt }) => dueAt));
  ensure(
    resolutions.every(({ dueAt }) => dueAt > context.now),
    'resolution.due-in-past',
  );
  const bare = decisions.find(({ itemId, decision }) => {
    const followed = resolutions.some((one) => one.itemId === itemId);
    return decision === 'resolution' ? !followed : decision === 'noted' && followed;
  });
  ensure(!bare, 'conference.resolution-missing', { itemId: bare?.itemId });
  const facts = {
    minutes,
    attendedMemberIds,
    ...(substitutes.length > 0 ? { substitutes } : {}),
    decisions,
    resolutions,
  };
  const effects: Effect[] = [
    { code: 'notice:conference-minutes:circle', subject: MINUTES },
    ...resolutions.map(({ id, unitId, dueAt }): Effect => ({
      code: 'notice:conference-resolution:handler',
      subject: `${RESOLUTION}${id}`,
      unitId,
      due: dueAt,
    })),
  ];
  const ladders = { drop: [PREPARATION, REMINDER, MINUTES], set: resolutions.map((one) => followed(one, context)) };
  return [event('ConferenceHeld', facts, { ladders, effects })];
}

/** Something is decided of every item, and nothing of what is not on the agenda. */
function everyItemOnce({ agenda }: ConferenceState, decided: readonly string[]): void {
  const unknown = decided.find((itemId) => !entryOf(agenda, itemId));
  ensure(unknown === undefined, 'conference.unknown-item', { itemId: unknown });
  const left = Object.keys(agenda).find((itemId) => decided.filter((one) => one === itemId).length !== 1);
  ensure(left === undefined, 'conference.undecided', { itemId: left });
}

function followed({ id, dueAt }: ConferenceResolution, context: DecisionContext): Ladder {
  const { now } = context;
  const as = { subject: `${RESOLUTION}${id}`, term: 1, now };
  return buildLadder('conference-resolution', as, { start: now, due: dueAt }, context);
}

function finishResolution(
  state: ConferenceState,
  { resolutionId, text }: Command<'finish-resolution'>,
  { actor }: DecisionContext,
): NewConferenceEvent[] {
  const resolution = entryOf(state.resolutions, resolutionId);
  ensure(resolution && (!isOfUnit(actor) || resolution.unitId === actor.unitId), 'resolution.not-found');
  ensure(!resolution.doneAt, 'resolution.done-before');
  const drop = [`${RESOLUTION}${resolutionId}`];
  return [event('ConferenceResolutionDone', { resolutionId, text }, { ladders: { drop } })];
}

function act(
  state: ConferenceState,
  { key, at, drafted = [] }: Command<'act'>,
  context: DecisionContext,
): NewConferenceEvent[] {
  ensureNear(context.now, at);
  const happening = actOnRung(state.ladders, key, at, context.time);
  if (!happening) return [];
  const { acted, effects } = happening;
  const { subject, rung, overtaken } = acted;
  const came = (codes: readonly EffectCode[], more: Pick<Effect, 'unitId' | 'due'> = {}): NewConferenceEvent => ({
    ...event('RungActed', acted, { effects: codes.map((code) => ({ code, subject, ...more })) }),
    actionKey: happening.key,
  });
  if (subject !== PREPARATION) {
    const unitId = state.resolutions[subject.replace(RESOLUTION, '')]?.unitId;
    return [came(effects, unitId ? { unitId } : {})];
  }
  const agenda = [rung, ...overtaken].includes(AGENDA_RUNG) ? [agendaOf(state, drafted)] : [];
  if (rung !== INVITATIONS_RUNG) {
    const due = state.ladders.running[PREPARATION]?.rungs.at(-1)?.at;
    return [came(effects, due ? { due } : {}), ...agenda];
  }
  const invitation = effects.filter((code) => code.startsWith('notice:'))[0] ?? 'notice:conference-invitation:circle';
  return [came([]), ...agenda, invited(state, true, invitation, context)];
}

/** What the rule found, but for what somebody put on the agenda before. */
function agendaOf(state: ConferenceState, drafted: NonNullable<Command<'act'>['drafted']>): NewConferenceEvent {
  const known = new Set(Object.values(state.agenda).map(({ caseNumber }) => caseNumber));
  const items = drafted
    .filter(({ caseNumber }) => !known.has(caseNumber))
    .slice(0, freePlaces(state))
    .map((item, index) => ({ id: `i${state.items + index + 1}`, ...item }));
  return event('AgendaDrafted', { items });
}

function event<T extends ConferenceEventType>(
  type: T,
  payload: ConferencePayloads[T],
  consequences: Consequences = {},
): NewConferenceEvent {
  return { type, payload: withConsequences(payload, consequences) } as NewConferenceEvent;
}
