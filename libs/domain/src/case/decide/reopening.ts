import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { instantOf, millisecondsOf } from '../../instant.ts';
import type { Reached } from '../../working-time/working-time.ts';
import type { NewCaseEvent, NewTerm } from '../case-event.ts';
import type { TextReference } from '../case-words.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { activeAssignments, type AssignmentState, type CaseState } from '../case-state.ts';
import { dueLadderOf } from './clock-terms.ts';
import { event, everySubject, inStage, ladder, laddersOf, tellUnit } from './decision.ts';
import { answerByOf, intakeLadder } from './intake.ts';

export const BOOKS = 'books';

/** 重开, within the policy's term; what is on the books may always be taken up again. Errors: reopen.too-late. */
export function reopen(state: CaseState, command: CaseCommandOf<'reopen'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'closed');
  const { now, time, policy } = context;
  const until = state.closedAt && time.add(state.closedAt, policy.closing.reopenWithin).at;
  ensure(!until || now <= until || state.ladders.running[BOOKS], 'reopen.too-late', { until });
  return comeBack(state, command.text, context);
}

/**
 * A closed case comes back: to its lead, and to whom the closing found at work, under new terms; to the desk when it has
 * no lead.
 */
export function comeBack(state: CaseState, text: TextReference, context: DecisionContext): NewCaseEvent[] {
  const again = toReopen(state);
  const { terms, ladders, effects } = newTerms(state, again, context);
  const drop = everySubject(state);
  if (again.some(({ role }) => role === 'lead'))
    return [event('CaseReopened', { text, terms }, { ladders: { drop, set: ladders }, effects })];
  const answerBy = answerByOf(state, context);
  const set = [...ladders, intakeLadder(state, context)];
  return [event('CaseReopened', { text, terms, answerBy }, { ladders: { drop, set }, effects })];
}

/** Who answers for a completed case anew: its lead. */
export function toRedo(state: CaseState): AssignmentState[] {
  return activeAssignments(state).filter(({ role }) => role === 'lead');
}

/** Who answers for a closed case anew: its lead, and everybody whom the closing found at work. */
function toReopen(state: CaseState): AssignmentState[] {
  const closedAtWork = Object.values(state.assignments).filter(({ withdrawnBy }) => withdrawnBy === 'closing');
  return [...toRedo(state), ...closedAtWork];
}

/** A new first term for each assignment, as long as its first, with its ladder; the units are told. */
export function newTerms(state: CaseState, assignments: readonly AssignmentState[], context: DecisionContext) {
  const begun = assignments.map((assignment) => {
    const { id, term: before, aroundTheClock } = assignment;
    const { at: due, provisional } = firstTermAgain(assignment, context);
    const term = before + 1;
    const name = dueLadderOf(state, aroundTheClock, context);
    return {
      term: { assignmentId: id, term, dueAt: due, provisional } satisfies NewTerm,
      ladder: ladder(name, laddersOf.due(id), term, { start: context.now, due, aroundTheClock }, context),
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
