import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { ensureNear, type Instant } from '../../instant.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { Wait } from '../../policy/build-ladder.ts';
import { hourOfDay } from '../../working-time/local-time.ts';
import type { CasePayloads, NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { afterDissatisfaction, closed } from './closing.ts';
import { event, inStage, ladder, termOfWait } from './decision.ts';
import { evolveNew } from './evolve-new.ts';

export const CALLBACK = 'callback';
const HOURS_OF_A_DAY = 24;

/** The wait for a callback: the task stands at once where the try is due now, else when its hour comes. */
export function callbackLadder(
  term: number,
  wait: Wait,
  context: DecisionContext,
): { ladder: Ladder; effects: Effect[] } {
  const whole = ladder(CALLBACK, CALLBACK, term, wait, context);
  if (wait.start > context.now) return { ladder: whole, effects: [] };
  return {
    ladder: { ...whole, rungs: whole.rungs.filter(({ rung }) => rung !== 'try') },
    effects: [{ code: 'task:callback:callback', subject: CALLBACK, due: wait.due }],
  };
}

/**
 * 回访. Not reached: tried again at another hour of the day, three times in all, then closed as not reached. Asked to be
 * called at a time: called then. Dissatisfied: a redo, twice at most; then the center looks itself (复核) and a special
 * report is proposed. Anything else closes the case. Errors: callback.answers-missing, callback.not-reached-has-no-answers,
 * and those of `ensureAgreedTime`.
 */
export function recordCallback(
  state: CaseState,
  command: CaseCommandOf<'record-callback'>,
  context: DecisionContext,
): NewCaseEvent[] {
  inStage(state, 'completed');
  const { type: _, ...answer } = command;
  if (answer.result === 'reached')
    ensure(
      answer.satisfaction !== undefined && answer.solved !== undefined && answer.contactedByUnit !== undefined,
      'callback.answers-missing',
    );
  else ensure(answer.satisfaction === undefined && answer.solved === undefined, 'callback.not-reached-has-no-answers');
  ensureAgreedTime(state, command, context);
  const facts: CasePayloads['CallbackRecorded'] = { callbackNumber: state.callbacks + 1, ...answer };
  const again = answer.callAgainAt ?? nextTry(state, answer.result, context);
  if (again) {
    const wait = { start: again, due: context.time.add(again, context.policy.waits.callback).at };
    const { ladder: set } = callbackLadder(termOfWait(state), wait, context);
    return [event('CallbackRecorded', facts, { ladders: { drop: [CALLBACK], set: [set] } })];
  }
  const recorded = event('CallbackRecorded', facts, { ladders: { drop: [CALLBACK] } });
  if (answer.satisfaction === 'dissatisfied') return [recorded, ...afterDissatisfaction(state, context)];
  const reason = answer.result === 'not-reached' || answer.result === 'refused' ? answer.result : 'called-back';
  const said = evolveNew(state, [recorded], context);
  return [recorded, ...closed(said, state.outcome ?? 'explained', { reason }, context)];
}

/**
 * 约定再打. Errors: callback.again-at, callback.again-in-past, callback.again-too-late, callback.postponed-too-often, and
 * those of `ensureNear`.
 */
function ensureAgreedTime(
  { callbackPostponed = 0 }: CaseState,
  { result, callAgainAt }: CaseCommandOf<'record-callback'>,
  { now, policy, time }: DecisionContext,
): void {
  ensure((result === 'call-later') === (callAgainAt !== undefined), 'callback.again-at');
  if (callAgainAt === undefined) return;
  ensureNear(now, callAgainAt);
  const { latestAfter, postponements } = policy.closing.callback;
  const latest = time.add(now, latestAfter).at;
  ensure(callAgainAt > now, 'callback.again-in-past');
  ensure(callAgainAt <= latest, 'callback.again-too-late', { latest });
  ensure(callbackPostponed < postponements, 'callback.postponed-too-often', { postponements });
}

/** When to try again: after the policy's pause, at an hour of the day at which nobody has called yet (DESIGN, section 7). */
function nextTry(
  { callbackTries, callbackHours = [] }: CaseState,
  result: CasePayloads['CallbackRecorded']['result'],
  { now, policy, time }: DecisionContext,
): Instant | undefined {
  if (result !== 'not-reached' || callbackTries + 1 >= policy.callbackTries) return undefined;
  let at = time.add(now, policy.waits.callbackRetry).at;
  // A compressed day has no hours of its own.
  if (policy.pace.kind !== 'desk') return at;
  const tried = new Set([...callbackHours, hourOfDay(now)]);
  for (let turn = 0; turn < HOURS_OF_A_DAY && tried.has(hourOfDay(at)); turn++)
    at = time.add(at, { workingHours: 1 }).at;
  return at;
}
