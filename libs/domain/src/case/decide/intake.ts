import { ensure } from '../../domain-error.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { Urgency } from '../../policy/policy.ts';
import type { AssignedUnit, NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf, UnitToAssign } from '../case-command.ts';
import { activeAssignments, type CaseState } from '../case-state.ts';
import { event, inStage, ladder, laddersOf, waitFromNow, type DecisionContext } from './decision.ts';

export const INTAKE = 'intake';

/** The wait for an answer or an assignment; at its end the shift leader gets a task (DESIGN, section 7). */
export function intakeLadder(term: number, context: DecisionContext): Ladder {
  return ladder('intake', INTAKE, term, waitFromNow('assignOrAnswer', context), context);
}

export function register(command: CaseCommandOf<'register'>, context: DecisionContext): NewCaseEvent[] {
  const { kind, urgency, categoryId } = command;
  const answerBy = waitFromNow('assignOrAnswer', context).due;
  const facts = { rulesVersion: 1, policyVersion: context.policy.version, kind, urgency, categoryId, answerBy } as const;
  return [event('CaseRegistered', facts, { ladders: { set: [intakeLadder(1, context)] } })];
}

export function decline(state: CaseState, command: CaseCommandOf<'decline'>): NewCaseEvent[] {
  inStage(state, 'registered');
  ensure(activeAssignments(state).length === 0, 'case.already-assigned');
  const { reason, text } = command;
  return [event('CaseDeclined', { reason, text }, { ladders: { drop: [INTAKE] } })];
}

export function answerDirectly(state: CaseState, command: CaseCommandOf<'answer-directly'>): NewCaseEvent[] {
  inStage(state, 'registered');
  ensure(activeAssignments(state).length === 0, 'case.already-assigned');
  return [event('AnsweredDirectly', { text: command.text }, { ladders: { drop: [INTAKE] } })];
}

/**
 * Assigns the case to its lead unit and co units (交办), each with its term; also adds units to a case under way.
 * Errors: assignment.no-units, assignment.one-lead, assignment.unit-twice, assignment.due-in-past.
 */
export function assign(state: CaseState, command: CaseCommandOf<'assign'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'registered', 'assigned');
  ensure(command.units.length > 0, 'assignment.no-units');
  const active = activeAssignments(state);
  const everyone = [...active, ...command.units];
  ensure(everyone.filter(({ role }) => role === 'lead').length === 1, 'assignment.one-lead');
  ensure(new Set(everyone.map(({ unitId }) => unitId)).size === everyone.length, 'assignment.unit-twice');

  const urgency = command.urgency ?? state.urgency;
  const count = Object.keys(state.assignments).length;
  const assignments = command.units.map((unit, index) => assignedUnit(`a${count + index + 1}`, unit, state, urgency, context));
  return [
    event(
      'CaseAssigned',
      { assignments, urgency, quality: command.quality, feedback: command.feedback },
      {
        ladders: { set: assignments.flatMap((unit) => firstLadders(unit, urgency, context)), drop: [INTAKE] },
        effects: assignments.flatMap((unit) => announce(unit, urgency)),
      },
    ),
  ];
}

function assignedUnit(
  assignmentId: string,
  unit: UnitToAssign,
  state: CaseState,
  urgency: Urgency,
  context: DecisionContext,
): AssignedUnit {
  const { time, policy, now } = context;
  const emergency = urgency === 'emergency';
  const own = emergency ? policy.emergencyTerm : policy.terms[state.kind];
  const term = unit.term ?? own ?? { workingDays: 5 };
  const reached = unit.dueAt ? { at: emergency ? unit.dueAt : time.lastAtOrBefore(unit.dueAt), provisional: false } : time.add(now, term);
  ensure(reached.at > now, 'assignment.due-in-past', { dueAt: reached.at });
  const acknowledge = waitFromNow(emergency ? 'acknowledgeEmergency' : 'acknowledge', context).due;
  const { unitId, role, member } = unit;
  return {
    assignmentId,
    unitId,
    role,
    member,
    designated: false,
    acknowledgeBy: acknowledge < reached.at ? acknowledge : reached.at,
    dueAt: reached.at,
    firstTerm: time.between(now, reached.at),
    provisional: reached.provisional,
  };
}

function firstLadders(unit: AssignedUnit, urgency: Urgency, context: DecisionContext): Ladder[] {
  const { assignmentId: id, acknowledgeBy, dueAt } = unit;
  const start = context.now;
  const aroundTheClock = urgency === 'emergency';
  const acknowledge = aroundTheClock ? 'acknowledge-emergency' : 'acknowledge';
  const ladders = [
    ladder(acknowledge, laddersOf.acknowledge(id), 1, { start, due: acknowledgeBy, aroundTheClock }, context),
    ladder('due', laddersOf.due(id), 1, { start, due: dueAt, aroundTheClock }, context),
  ];
  if (aroundTheClock)
    ladders.push(ladder('first-report', laddersOf.firstReport(id), 1, waitFromNow('firstReport', context), context));
  return ladders;
}

/** A member unit is told here and by mail; any other by a fax sheet and a phone call; an emergency is phoned at once. */
function announce(unit: AssignedUnit, urgency: Urgency): Effect[] {
  const of = { subject: laddersOf.acknowledge(unit.assignmentId), unitId: unit.unitId, due: unit.acknowledgeBy };
  const effects: Effect[] = unit.member
    ? [{ code: 'notice:assignment:handler', ...of }]
    : [
        { code: 'task:fax:dispatch', ...of },
        { code: 'task:phone-acknowledge:dispatch', ...of },
      ];
  if (urgency === 'emergency') effects.push({ code: 'task:emergency-call:dispatch', ...of });
  return effects;
}
