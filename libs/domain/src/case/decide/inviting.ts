import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { CALLBACK, callbackLadder, recordCallback } from './calling-back.ts';
import { event, inStage, termOfWait } from './decision.ts';
import { tellCallers } from './telling.ts';

/**
 * 短信回访: the citizen is asked by a short message with a link, once in a completion. Until its term nobody calls him; then
 * the phone is taken up. Errors: callback.invited-before, callback.no-mobile.
 */
export function inviteCallback(
  state: CaseState,
  _: CaseCommandOf<'invite-callback'>,
  context: DecisionContext,
): NewCaseEvent[] {
  inStage(state, 'completed');
  const { invited, invitations = 0 } = state;
  ensure(!invited, 'callback.invited-before');
  const { policy, time, now } = context;
  const answerBy = time.add(now, policy.closing.callback.linkTerm).at;
  const effects = tellCallers(state, 'citizen-callback', context, answerBy);
  ensure(effects.length > 0, 'callback.no-mobile');
  const wait = { start: answerBy, due: time.add(answerBy, policy.waits.callback).at };
  const { ladder: set } = callbackLadder(termOfWait(state), wait, context);
  const facts = { invitationNumber: invitations + 1, answerBy };
  return [event('CallbackInvited', facts, { ladders: { drop: [CALLBACK], set: [set] }, effects })];
}

/** The citizen answers by the link of an invitation that still stands. Errors: callback.not-invited. */
export function answerCallback(
  state: CaseState,
  command: CaseCommandOf<'answer-callback'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { stage, invited } = state;
  const { invitationNumber, type: _, ...answers } = command;
  ensure(stage === 'completed' && invited?.number === invitationNumber, 'callback.not-invited');
  ensure(context.now <= invited.answerBy, 'callback.not-invited');
  return recordCallback(state, { type: 'record-callback', result: 'reached', ...answers, bySms: true }, context);
}
