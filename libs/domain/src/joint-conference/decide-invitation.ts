import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { ensureNear, earlierOf, type Instant } from '../instant.ts';
import { actOnRung } from '../ledger/act.ts';
import type { Effect } from '../ledger/effect.ts';
import { withConsequences, type Consequences } from '../ledger/event-envelope.ts';
import { buildLadder } from '../policy/build-ladder.ts';
import type {
  InvitationCommand,
  InvitationCommandType,
  InvitationEventType,
  InvitationPayloads,
  InvitationState,
  InvitationStatus,
  NewInvitationEvent,
} from './center-invitation.ts';

type Command<Type extends InvitationCommandType> = Extract<InvitationCommand, { type: Type }>;

const ANSWER = 'answer';
const ATTENDANCE = 'attendance';
const OUTCOME = 'outcome';

/** What a command means for an invitation of another body; DomainError when a rule is not met. */
export function decideInvitation(
  state: InvitationState | undefined,
  command: InvitationCommand,
  context: DecisionContext,
): NewInvitationEvent[] {
  if (command.type === 'record') {
    ensure(!state, 'invitation.already-there');
    return record(command, context);
  }
  ensure(state, 'invitation.not-found');
  switch (command.type) {
    case 'accept':
      return accept(state, command, context);
    case 'decline':
      isStill(state, ['open', 'accepted']);
      return [
        event('InvitationDeclined', { text: command.text }, { ladders: { drop: [ANSWER, ATTENDANCE, OUTCOME] } }),
      ];
    case 'attend':
      isStill(state, ['accepted']);
      ensure(state.startsAt <= context.now, 'invitation.not-begun');
      return [event('InvitationAttended', { text: command.text }, { ladders: { drop: [ATTENDANCE, OUTCOME] } })];
    case 'act':
      return act(state, command, context);
  }
}

function isStill({ status }: InvitationState, expected: readonly InvitationStatus[]): void {
  ensure(expected.includes(status), 'invitation.wrong-status', { status, expected });
}

/** Whoever is to go is named within the policy's time, and in any case before it begins. */
function record(command: Command<'record'>, context: DecisionContext): NewInvitationEvent[] {
  const { type: _, ...facts } = command;
  const { now, time, policy } = context;
  ensureNear(now, facts.startsAt);
  ensure(facts.startsAt > now, 'invitation.in-past');
  const due = earlierOf(time.add(now, policy.waits.invitationAnswer).at, facts.startsAt);
  const set = [buildLadder('invitation-answer', { subject: ANSWER, term: 1, now }, { start: now, due }, context)];
  const effects: Effect[] = [{ code: 'task:center-invitation:supervision', subject: ANSWER, due }];
  return [event('InvitationRecorded', { rulesVersion: 1, ...facts }, { ladders: { set }, effects })];
}

function accept(
  state: InvitationState,
  { attendeeId }: Command<'accept'>,
  context: DecisionContext,
): NewInvitationEvent[] {
  isStill(state, ['open', 'accepted']);
  const { startsAt } = state;
  const { now, time, policy } = context;
  ensure(startsAt > now, 'invitation.in-past');
  ensure(state.attendeeId !== attendeeId, 'invitation.named-before');
  const term = state.head.number + 1;
  const untilReminder = Math.max(0, time.between(now, startsAt) - time.workingDay);
  const start = time.addWorking(now, untilReminder).at;
  const reminded = buildLadder(
    'invitation-attendance',
    { subject: ATTENDANCE, term, now },
    { start, due: startsAt },
    context,
  );
  const outcomeBy = time.add(startsAt, policy.waits.minutes).at;
  const set = [
    // Whoever is named a working day before or later needs no reminder of what he was told just now.
    untilReminder > 0 ? reminded : { ...reminded, rungs: [] },
    buildLadder('invitation-outcome', { subject: OUTCOME, term, now }, { start: startsAt, due: outcomeBy }, context),
  ];
  const his = { subject: ATTENDANCE, userId: attendeeId, due: startsAt };
  const effects: Effect[] = [
    { code: 'task:attend-invitation:supervision', ...his },
    { code: 'notice:center-invitation:leader', ...his },
  ];
  return [event('InvitationAccepted', { attendeeId }, { ladders: { drop: [ANSWER], set }, effects })];
}

function act(state: InvitationState, { key, at }: Command<'act'>, context: DecisionContext): NewInvitationEvent[] {
  ensureNear(context.now, at);
  const happening = actOnRung(state.ladders, key, at, context.time);
  if (!happening) return [];
  const { acted, effects } = happening;
  const his = state.attendeeId ? { userId: state.attendeeId } : {};
  const told = effects.map((code): Effect => ({
    code,
    subject: acted.subject,
    ...his,
    ...dueOf(state, acted.subject),
  }));
  return [{ ...event('RungActed', acted, { effects: told }), actionKey: happening.key }];
}

const dueOf = ({ startsAt }: InvitationState, subject: string): { readonly due?: Instant } =>
  subject === ATTENDANCE ? { due: startsAt } : {};

function event<T extends InvitationEventType>(
  type: T,
  payload: InvitationPayloads[T],
  consequences: Consequences = {},
): NewInvitationEvent {
  return { type, payload: withConsequences(payload, consequences) } as NewInvitationEvent;
}
