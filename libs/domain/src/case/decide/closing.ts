import { ensure } from '../../domain-error.ts';
import { instantOf, millisecondsOf } from '../../instant.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { Wait } from '../../policy/build-ladder.ts';
import type { Reached } from '../../working-time/working-time.ts';
import type { CasePayloads, NewCaseEvent, NewTerm, Outcome } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { activeAssignments, openAssignments, type AssignmentState, type CaseState } from '../case-state.ts';
import {
  event,
  everySubject,
  inStage,
  ladder,
  laddersOf,
  tellUnit,
  termOfWait,
  waitFromNow,
  withdrawDraft,
  type DecisionContext,
} from './decision.ts';
import { intakeLadder } from './intake.ts';
import { propose } from './proposing.ts';

export const CALLBACK = 'callback';
export const SECOND_LOOK = 'second-look';
export const BOOKS = 'books';

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
 * 回访. Not reached: tried again at another hour, three times in all. Dissatisfied: a redo, twice at most; then the
 * center looks itself (复核) and a special report is proposed. Anything else closes the case.
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
  const facts: CasePayloads['CallbackRecorded'] = { callbackNumber: state.callbacks + 1, ...answer };
  const recorded = (ladders: object, effects: Effect[] = []) => event('CallbackRecorded', facts, { ladders, effects });

  if (answer.result === 'not-reached' && state.callbackTries + 1 < context.policy.callbackTries) {
    const again = context.time.add(context.now, context.policy.waits.callbackRetry).at;
    const wait = { start: again, due: context.time.add(again, context.policy.waits.callback).at };
    const { ladder: set } = callbackLadder(termOfWait(state), wait, context);
    return [recorded({ drop: [CALLBACK], set: [set] })];
  }
  if (answer.satisfaction === 'dissatisfied')
    return [recorded({ drop: [CALLBACK] }), ...afterDissatisfaction(state, context)];
  const reason = answer.result === 'reached' ? 'called-back' : answer.result;
  return [recorded({ drop: [CALLBACK] }), ...closed(state, state.outcome ?? 'explained', { reason }, context)];
}

function afterDissatisfaction(state: CaseState, context: DecisionContext): NewCaseEvent[] {
  if (state.redos < context.policy.redosBeforeSecondLook) {
    const { terms, ladders, effects } = newTerms(toRedo(state), context);
    return [event('RedoOrdered', { redoNumber: state.redos + 1, terms }, { ladders: { set: ladders }, effects })];
  }
  const wait = waitFromNow('secondLook', context);
  const look = event(
    'SecondLookOrdered',
    { lookBy: wait.due },
    {
      ladders: { set: [ladder('second-look', SECOND_LOOK, termOfWait(state), wait, context)] },
      effects: [{ code: 'task:second-look:supervision', subject: SECOND_LOOK, due: wait.due }],
    },
  );
  return [look, ...propose(state, 'special-report', undefined, context)];
}

/** Who answers for a completed case anew: its lead. */
function toRedo(state: CaseState): AssignmentState[] {
  return activeAssignments(state).filter(({ role }) => role === 'lead');
}

/** Who answers for a closed case anew: its lead, and everybody whom the closing found at work. */
function toReopen(state: CaseState): AssignmentState[] {
  const closedAtWork = Object.values(state.assignments).filter(({ withdrawnBy }) => withdrawnBy === 'closing');
  return [...toRedo(state), ...closedAtWork];
}

/** A new first term for each assignment, as long as its first, with its ladder; the units are told. */
function newTerms(assignments: readonly AssignmentState[], context: DecisionContext) {
  const begun = assignments.map((assignment) => {
    const { id, term: before, aroundTheClock } = assignment;
    const { at: due, provisional } = firstTermAgain(assignment, context);
    const term = before + 1;
    return {
      term: { assignmentId: id, term, dueAt: due, provisional } satisfies NewTerm,
      ladder: ladder('due', laddersOf.due(id), term, { start: context.now, due, aroundTheClock }, context),
      effects: tellUnit(assignment, ['notice:redo:handler'], due),
    };
  });
  return {
    terms: begun.map(({ term }) => term),
    ladders: begun.map(({ ladder: set }) => set),
    effects: begun.flatMap(({ effects }) => effects),
  };
}

/** As long as the first term was, of its own time; at least one working day where it runs in working time. */
function firstTermAgain({ firstTerm, aroundTheClock }: AssignmentState, { time, now }: DecisionContext): Reached {
  if (aroundTheClock) return { at: instantOf(millisecondsOf(now) + firstTerm), provisional: false };
  return time.addWorking(now, Math.max(firstTerm, time.workingDay));
}

/** 复核: the center looked itself. It stands and the case closes, or it does not and waits for what the report brings. */
export function recordSecondLook(
  state: CaseState,
  command: CaseCommandOf<'record-second-look'>,
  context: DecisionContext,
): NewCaseEvent[] {
  inStage(state, 'second-look');
  const { stands, text } = command;
  if (stands) {
    const recorded = event('SecondLookRecorded', { stands, text }, { ladders: { drop: [SECOND_LOOK] } });
    return [recorded, ...closed(state, state.outcome ?? 'explained', { reason: 'second-look' }, context)];
  }
  const again = ladder('second-look', SECOND_LOOK, termOfWait(state), waitFromNow('secondLook', context), context);
  return [event('SecondLookRecorded', { stands, text }, { ladders: { drop: [SECOND_LOOK], set: [again] } })];
}

/** A decided closing: a request withdrawn, a case off the books, a second look that led nowhere. */
export function close(state: CaseState, command: CaseCommandOf<'close'>, context: DecisionContext): NewCaseEvent[] {
  ensure(state.stage !== 'declined', 'case.wrong-stage', { stage: state.stage });
  ensure(state.stage !== 'closed' || state.ladders.running[BOOKS], 'case.wrong-stage', { stage: state.stage });
  ensure(command.outcome !== 'on-books', 'close.not-on-books');
  return closed(state, command.outcome, { reason: 'decided', text: command.text }, context);
}

function closed(
  state: CaseState,
  outcome: Outcome,
  how: Pick<CasePayloads['CaseClosed'], 'reason' | 'text'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const reviewAt = toRedo(state)[0]?.booksReviewAt;
  const due = reviewAt && reviewAt > context.now ? reviewAt : context.time.add(context.now, { workingDays: 1 }).at;
  const books = ladder('books', BOOKS, termOfWait(state), { start: context.now, due }, context);
  const set = outcome === 'on-books' ? [books] : [];
  const effects = openAssignments(state).flatMap((open) => tellUnit(open, ['notice:withdrawn:handler']));
  const drop = everySubject(state);
  return [event('CaseClosed', { outcome, ...how }, { ladders: { drop, set }, effects }), ...withdrawDraft(state)];
}

/**
 * A closed case comes back: to its lead, and to whom the closing found at work, under new terms; to the desk when it has
 * no lead.
 */
export function reopen(state: CaseState, command: CaseCommandOf<'reopen'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'closed');
  const { text } = command;
  const again = toReopen(state);
  const { terms, ladders, effects } = newTerms(again, context);
  if (again.some(({ role }) => role === 'lead'))
    return [event('CaseReopened', { text, terms }, { ladders: { drop: [BOOKS], set: ladders }, effects })];
  const answerBy = waitFromNow('assignOrAnswer', context).due;
  const set = [...ladders, intakeLadder(termOfWait(state), context)];
  return [event('CaseReopened', { text, terms, answerBy }, { ladders: { drop: [BOOKS], set }, effects })];
}
