import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { laterOf } from '../../instant.ts';
import { goOnFrom, shiftLadder, type Wait } from '../../policy/build-ladder.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { activeAssignments, type AssignmentState, type CaseState } from '../case-state.ts';
import { completeWithout } from './completing.ts';
import {
  assignmentOf,
  event,
  inStatus,
  ladder,
  laddersOf,
  onBehalf,
  subjectsOfProposals,
  tellUnit,
  termOfWait,
  underWay,
  waitFromNow,
} from './decision.ts';
import { answerByOf, INTAKE, intakeLadder } from './intake.ts';

/**
 * 退单: with the legal basis, the unit it should go to and the unit head's approval, within one working day of the
 * assignment and before it is due. A designated unit cannot return.
 */
export function returnAssignment(
  state: CaseState,
  command: CaseCommandOf<'return'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'waiting', 'working');
  const behalf = onBehalf(assignment, command, context);
  ensure(!assignment.designated, 'assignment.designated');
  // 首接负责: while units dispute whose duty it is, who has it keeps it.
  ensure(!state.dispute, 'dispute.open');
  ensure(!assignment.extensionPending, 'extension.pending');
  const { time, policy, now } = context;
  const returnBy = time.add(assignment.startedAt, policy.waits.return).at;
  ensure(assignment.term === 1 && now <= returnBy && now <= assignment.dueAt, 'return.too-late', { returnBy });
  ensure(command.proposedUnitId !== assignment.unitId, 'return.same-unit');
  const wait = rulingWait(state, context);
  const returnNumber = state.returns + 1;
  const queue = mustDesignate(returnNumber, context) ? 'director' : 'dispatch';
  const { id, unitId } = assignment;
  const { basis, proposedUnitId, approvedBy } = command;
  return [
    event(
      'AssignmentReturned',
      {
        assignmentId: id,
        returnNumber,
        basis,
        approvedBy,
        ruleBy: wait.due,
        ...(proposedUnitId ? { proposedUnitId } : {}),
        ...(behalf.onBehalf ? behalf : {}),
      },
      {
        ladders: {
          hold: [laddersOf.acknowledge(id), ...laddersOf.clocks(id)],
          ...(assignment.fax ? { drop: [laddersOf.fax(id)] } : {}),
          set: [ladder('ruling', laddersOf.ruling(id), termOfWait(state), wait, context)],
        },
        effects: [{ code: `task:ruling:${queue}`, subject: laddersOf.ruling(id), unitId, due: wait.due }],
      },
    ),
  ];
}

/** The units of the 122 line wait for their ruling by the clock. */
function rulingWait({ help }: CaseState, context: DecisionContext): Wait {
  if (help === undefined) return waitFromNow('ruling', context);
  const { now, policy, time } = context;
  return { start: now, due: time.add(now, policy.line122.ruling).at, aroundTheClock: true };
}

function mustDesignate(returns: number, { policy }: DecisionContext): boolean {
  return returns >= policy.returnsBeforeDesignation;
}

/**
 * The center rules on a return; from the third on it can only designate (指定办理), which is the director's to do.
 * An accepted return lets the unit go: the desk finds a new lead, or the case is completed if only this unit was not done.
 */
export function ruleReturn(
  state: CaseState,
  command: CaseCommandOf<'rule-return'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'return-pending');
  const { ruling, text } = command;
  ensure(!mustDesignate(state.returns, context) || ruling === 'designated', 'return.must-designate', {
    returns: state.returns,
  });
  ensure(ruling !== 'designated' || context.actor.role === 'director', 'return.director-only');
  const { id } = assignment;
  if (ruling === 'accepted') return letGo(state, assignment, command, context);
  const { dueAt, provisional, set } = goOn(state, assignment, context);
  const facts = { assignmentId: id, ruling, text, dueAt, provisional };
  const effects = tellUnit(assignment, ['notice:return-ruled:handler'], dueAt);
  return [event('ReturnRuled', facts, { ladders: { set, drop: [laddersOf.ruling(id)] }, effects })];
}

function letGo(
  state: CaseState,
  assignment: AssignmentState,
  { ruling, text }: CaseCommandOf<'rule-return'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { id } = assignment;
  const facts = { assignmentId: id, ruling, text };
  const told = tellUnit(assignment, ['notice:return-ruled:handler']);
  const hasLead = activeAssignments(state).some((other) => other.id !== id && other.role === 'lead');
  const completing = hasLead ? completeWithout(state, id, context) : undefined;
  if (completing) {
    const { completed, drop, set, effects, after } = completing;
    return [
      event('ReturnRuled', { ...facts, completed }, { ladders: { drop, set }, effects: [...told, ...effects] }),
      ...after,
    ];
  }
  const drop = [...laddersOf.all(id), ...subjectsOfProposals(state, ({ assignmentId }) => assignmentId === id)];
  // The desk that already looks for a lead keeps its clock.
  if (hasLead || state.stage === 'registered')
    return [event('ReturnRuled', facts, { ladders: { drop }, effects: told })];
  const answerBy = answerByOf(state, context);
  const set = [intakeLadder(state, context)];
  return [event('ReturnRuled', { ...facts, answerBy }, { ladders: { drop: [INTAKE, ...drop], set }, effects: told })];
}

/** The clock of a held assignment goes on: its due and its rungs move by the time it stood. */
export function goOn(state: CaseState, assignment: AssignmentState, context: DecisionContext) {
  const { time, now } = context;
  const stood = { from: assignment.heldSince ?? now, to: now };
  const moved = goOnFrom(assignment.dueAt, stood, assignment.aroundTheClock, time);
  const set = laddersOf
    .all(assignment.id)
    .flatMap((subject) => state.ladders.held[subject] ?? [])
    .map((held) => shiftLadder(held, stood, time));
  return { dueAt: laterOf(assignment.dueAt, moved.at), provisional: assignment.provisional || moved.provisional, set };
}
