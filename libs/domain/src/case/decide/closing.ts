import { ensure } from '../../domain-error.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { Wait } from '../../policy/build-ladder.ts';
import type { CasePayloads, NewCaseEvent, NewTerm, Outcome } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { activeAssignments, type AssignmentState, type CaseState } from '../case-state.ts';
import { event, everySubject, inStage, ladder, laddersOf, termOfWait, waitFromNow, type DecisionContext } from './decision.ts';
import { intakeLadder } from './intake.ts';
import { overtakeProposals, propose } from './proposing.ts';

export const CALLBACK = 'callback';
export const SECOND_LOOK = 'second-look';
export const BOOKS = 'books';

/** The wait for a callback: the task stands at once where the try is due now, else when its hour comes. */
export function callbackLadder(term: number, wait: Wait, context: DecisionContext): { ladder: Ladder; effects: Effect[] } {
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
export function recordCallback(state: CaseState, command: CaseCommandOf<'record-callback'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'completed');
  const { type: _, ...answer } = command;
  if (answer.result === 'reached')
    ensure(answer.satisfaction !== undefined && answer.solved !== undefined && answer.contactedByUnit !== undefined, 'callback.answers-missing');
  else ensure(answer.satisfaction === undefined && answer.solved === undefined, 'callback.not-reached-has-no-answers');
  const facts: CasePayloads['CallbackRecorded'] = { callbackNumber: state.callbacks + 1, ...answer };
  const recorded = (ladders: object, effects: Effect[] = []) => event('CallbackRecorded', facts, { ladders, effects });

  if (answer.result === 'not-reached' && state.callbackTries + 1 < context.policy.callbackTries) {
    const again = context.time.add(context.now, context.policy.waits.callbackRetry).at;
    const wait = { start: again, due: context.time.add(again, context.policy.waits.callback).at };
    const { ladder: set } = callbackLadder(termOfWait(state), wait, context);
    return [recorded({ drop: [CALLBACK], set: [set] })];
  }
  if (answer.satisfaction === 'dissatisfied') return [recorded({ drop: [CALLBACK] }), ...afterDissatisfaction(state, context)];
  const reason = answer.result === 'reached' ? 'called-back' : answer.result;
  return [recorded({ drop: [CALLBACK] }), closed(state, state.outcome ?? 'explained', { reason }, context)];
}

function afterDissatisfaction(state: CaseState, context: DecisionContext): NewCaseEvent[] {
  if (state.redos < context.policy.redosBeforeSecondLook) {
    const { terms, ladders } = newTerms(workedOn(state), context);
    const effects = terms.map(({ assignmentId, dueAt }): Effect => ({
      code: 'notice:redo:handler',
      subject: laddersOf.due(assignmentId),
      unitId: state.assignments[assignmentId]?.unitId,
      due: dueAt,
    }));
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

/** Who answers for the case anew: its lead. */
function workedOn(state: CaseState): AssignmentState[] {
  return activeAssignments(state).filter(({ role }) => role === 'lead');
}

/** A new first term for each assignment, with its ladder. */
function newTerms(assignments: readonly AssignmentState[], context: DecisionContext): { terms: NewTerm[]; ladders: Ladder[] } {
  const begun = assignments.map(({ id, term, firstTerm }) => {
    const { at, provisional } = context.time.addWorking(context.now, Math.max(firstTerm, context.time.workingDay));
    const wait = { start: context.now, due: at };
    return {
      term: { assignmentId: id, term: term + 1, dueAt: at, provisional },
      ladder: ladder('due', laddersOf.due(id), term + 1, wait, context),
    };
  });
  return { terms: begun.map(({ term }) => term), ladders: begun.map(({ ladder: set }) => set) };
}

/** 复核: the center looked itself. It stands and the case closes, or it does not and waits for what the report brings. */
export function recordSecondLook(state: CaseState, command: CaseCommandOf<'record-second-look'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'second-look');
  const { stands, text } = command;
  if (stands) {
    const recorded = event('SecondLookRecorded', { stands, text }, { ladders: { drop: [SECOND_LOOK] } });
    return [recorded, closed(state, state.outcome ?? 'explained', { reason: 'second-look' }, context)];
  }
  const again = ladder('second-look', SECOND_LOOK, termOfWait(state), waitFromNow('secondLook', context), context);
  return [event('SecondLookRecorded', { stands, text }, { ladders: { drop: [SECOND_LOOK], set: [again] } })];
}

/** A decided closing: a request withdrawn, a case off the books, a second look that led nowhere. */
export function close(state: CaseState, command: CaseCommandOf<'close'>, context: DecisionContext): NewCaseEvent[] {
  ensure(state.stage !== 'declined', 'case.wrong-stage', { stage: state.stage });
  ensure(state.stage !== 'closed' || state.ladders.running[BOOKS], 'case.wrong-stage', { stage: state.stage });
  ensure(command.outcome !== 'on-books', 'close.not-on-books');
  const decided = closed(state, command.outcome, { reason: 'decided', text: command.text }, context);
  return [decided, ...overtakeProposals(state).events];
}

function closed(
  state: CaseState,
  outcome: Outcome,
  how: Pick<CasePayloads['CaseClosed'], 'reason' | 'text'>,
  context: DecisionContext,
): NewCaseEvent {
  const reviewAt = activeAssignments(state).find(({ booksReviewAt }) => booksReviewAt)?.booksReviewAt;
  const due = reviewAt && reviewAt > context.now ? reviewAt : context.time.add(context.now, { workingDays: 1 }).at;
  const books = ladder('books', BOOKS, termOfWait(state), { start: context.now, due }, context);
  const set = outcome === 'on-books' ? [books] : [];
  return event('CaseClosed', { outcome, ...how }, { ladders: { drop: [...everySubject(state), CALLBACK, SECOND_LOOK], set } });
}

/** A closed case comes back: to its lead under a new term, or to the desk when it never had one. */
export function reopen(state: CaseState, command: CaseCommandOf<'reopen'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'closed');
  const { text } = command;
  const leads = workedOn(state);
  if (leads.length === 0) {
    const answerBy = waitFromNow('assignOrAnswer', context).due;
    return [event('CaseReopened', { text, terms: [], answerBy }, { ladders: { set: [intakeLadder(termOfWait(state), context)] } })];
  }
  const { terms, ladders } = newTerms(leads, context);
  const effects = leads.map((lead): Effect => ({ code: 'notice:redo:handler', subject: laddersOf.due(lead.id), unitId: lead.unitId }));
  return [event('CaseReopened', { text, terms }, { ladders: { set: ladders, drop: [BOOKS] }, effects })];
}
