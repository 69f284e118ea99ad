import type { NewCaseEvent } from '../case/case-event.ts';
import type { AssignmentState, CaseState } from '../case/case-state.ts';
import { clockTermsOf } from '../case/decide/clock-terms.ts';
import { workingLengthOf, type RulesTurn, type TurnedTerm } from '../policy/rebuild-ladder.ts';
import type { Policy } from '../policy/policy.ts';
import { statutoryTermOf } from '../policy/statutory-term.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import { deadlinesMoved, moveLadders, type LadderMoves, type MovedWait, type Turn } from './move-deadlines.ts';

/** What a change of the rules means for a case: its waits, and the event by which they move. */
export interface CaseMoves extends LadderMoves {
  readonly event: NewCaseEvent;
}

/**
 * What a change of the rules means for a case as it stands. A changed policy carries every open case over to its version,
 * also where no instant moves; a changed calendar is nothing to a case in which nothing moves (ADR 0026).
 */
export function moveCase(state: CaseState, turn: Turn): CaseMoves | undefined {
  const found = moveLadders(state.ladders, turn, (subject) => factsOf(state, subject, turn));
  const waits = found.waits.map((wait) => withFirstTerm(state, wait, turn));
  const citizenDueAt = citizensOwn(state, waits, turn);
  const moves = { ...found, waits };
  const carriesOver = turn.cause === 'policy' && state.policyVersion !== turn.after.policy.version;
  if (moves.move.length === 0 && !citizenDueAt && !carriesOver) return undefined;
  const event = deadlinesMoved(turn, moves, citizenDueAt ? { citizenDueAt } : {});
  return { ...moves, event: event as NewCaseEvent };
}

const assignmentOf = (state: CaseState, subject: string): AssignmentState | undefined =>
  subject.endsWith('/due') ? state.assignments[subject.slice(0, -'/due'.length)] : undefined;

function factsOf(state: CaseState, subject: string, turn: RulesTurn) {
  const assignment = assignmentOf(state, subject);
  if (!assignment) return undefined;
  const term = termOfAssignment(state, assignment, turn);
  return { provisional: assignment.provisional, ...(term ? { term } : {}) };
}

/** The policy's term, where it was an assignment's first. */
export function termOfAssignment(
  state: CaseState,
  assignment: AssignmentState,
  { before, after }: RulesTurn,
): TurnedTerm | undefined {
  const [old, fresh] = [standardTerm(state, before.policy), standardTerm(state, after.policy)];
  if (!old || !fresh) return undefined;
  return lengthOf(old, assignment, before.time) === assignment.firstTerm ? { before: old, after: fresh } : undefined;
}

/** The term that the policy has for the case: by the clock, by a law, by its kind. A law's days of the calendar move with no working time. */
function standardTerm(state: CaseState, policy: Policy) {
  const clock = clockTermsOf(state, policy)?.due;
  const law = statutoryTermOf(policy.statutoryTerms, state)?.term;
  if (clock || !law) return clock ?? policy.terms[state.kind];
  return 'workingDays' in law ? law : undefined;
}

function lengthOf(term: TurnedTerm['before'], { aroundTheClock }: AssignmentState, time: WorkingTime): number {
  if ('minutes' in term) return aroundTheClock ? term.minutes * 60_000 : Number.NaN;
  return aroundTheClock ? Number.NaN : workingLengthOf(term, time);
}

function withFirstTerm(state: CaseState, wait: MovedWait, turn: RulesTurn): MovedWait {
  const assignment = assignmentOf(state, wait.subject);
  const term = assignment && termOfAssignment(state, assignment, turn);
  if (!assignment || !term || turn.before.policy === turn.after.policy) return wait;
  const firstTerm = lengthOf(term.after, assignment, turn.after.time);
  return Number.isNaN(firstTerm) ? wait : { ...wait, firstTerm };
}

/** The calendar moves the citizen's own due with that of his lead's first term; no change of the policy takes it from him. */
function citizensOwn(state: CaseState, waits: readonly MovedWait[], { cause }: Turn) {
  if (cause !== 'calendar') return undefined;
  return waits.find(({ subject, from, to }) => {
    const assignment = assignmentOf(state, subject);
    return assignment?.role === 'lead' && from === state.citizenDueAt && from !== to;
  })?.to;
}
