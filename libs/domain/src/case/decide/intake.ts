import { ensure } from '../../domain-error.ts';
import { ensureNear, millisecondsOf, type Instant } from '../../instant.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { RequestKind, Urgency } from '../../policy/policy.ts';
import type { Reached, Term } from '../../working-time/working-time.ts';
import type { AssignedUnit, NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf, UnitToAssign } from '../case-command.ts';
import { activeAssignments, openAssignments, type CaseState } from '../case-state.ts';
import {
  event,
  everySubject,
  inStage,
  ladder,
  laddersOf,
  subjectsOfProposals,
  underWay,
  waitFromNow,
  withdrawDraft,
  type DecisionContext,
} from './decision.ts';

export const INTAKE = 'intake';

/** The wait for an answer or an assignment; at its end the shift leader gets a task (DESIGN, section 7). */
export function intakeLadder(term: number, context: DecisionContext): Ladder {
  return ladder('intake', INTAKE, term, waitFromNow('assignOrAnswer', context), context);
}

export function register(command: CaseCommandOf<'register'>, context: DecisionContext): NewCaseEvent[] {
  const { kind, urgency, categoryId, backlog = false } = command;
  const wait = waitFromNow(backlog ? 'assignOrAnswerBacklog' : 'assignOrAnswer', context);
  const facts = {
    rulesVersion: 1,
    policyVersion: context.policy.version,
    kind,
    urgency,
    categoryId,
    answerBy: wait.due,
  } as const;
  const set = [ladder(backlog ? 'intake-backlog' : 'intake', INTAKE, 1, wait, context)];
  return [event('CaseRegistered', facts, { ladders: { set } })];
}

export function decline(state: CaseState, command: CaseCommandOf<'decline'>): NewCaseEvent[] {
  const { reason, text } = command;
  return endAtDesk(state, (drop) => event('CaseDeclined', { reason, text }, { ladders: { drop } }));
}

export function answerDirectly(state: CaseState, command: CaseCommandOf<'answer-directly'>): NewCaseEvent[] {
  return endAtDesk(state, (drop) => event('AnsweredDirectly', { text: command.text }, { ladders: { drop } }));
}

/** A case that no unit works on ends at the desk, with whatever still waited in it. */
function endAtDesk(state: CaseState, end: (drop: readonly string[]) => NewCaseEvent): NewCaseEvent[] {
  inStage(state, 'registered');
  ensure(activeAssignments(state).length === 0, 'case.already-assigned');
  return [end(everySubject(state)), ...withdrawDraft(state)];
}

/**
 * Assigns the case to its lead unit and co units (交办), each with its term; also adds units to a case under way. A co
 * unit made lead, when the lead was let go, leads from then on: its co assignment ends.
 * Errors: assignment.no-units, assignment.no-lead, assignment.two-leads, assignment.unit-twice, assignment.due-in-past,
 * assignment.term-out-of-range, assignment.minutes-in-emergencies-only, instant.malformed, instant.too-far.
 */
export function assign(state: CaseState, command: CaseCommandOf<'assign'>, context: DecisionContext): NewCaseEvent[] {
  underWay(state);
  const { units, quality, feedback } = command;
  ensure(units.length > 0, 'assignment.no-units');
  const replacedBy = coUnitsMadeLead(state, units);
  const stay = activeAssignments(state).filter(({ id }) => !replacedBy.has(id));
  const leads = [...stay, ...units].filter(({ role }) => role === 'lead').length;
  ensure(leads > 0, 'assignment.no-lead');
  ensure(leads === 1, 'assignment.two-leads');
  const bound = [...stay.filter(({ status }) => status !== 'accepted'), ...units].map(({ unitId }) => unitId);
  ensure(new Set(bound).size === bound.length, 'assignment.unit-twice');

  const urgency = command.urgency ?? state.urgency;
  const count = Object.keys(state.assignments).length;
  const assignments = units.map((unit, index) => {
    const replaces = [...replacedBy].find(([, unitId]) => unitId === unit.unitId)?.[0];
    const begun = assignedUnit(`a${count + index + 1}`, unit, state.kind, urgency, context);
    return replaces ? { ...begun, replaces } : begun;
  });
  const ended = [...replacedBy.keys()];
  const drop = [
    INTAKE,
    ...ended.flatMap((id) => laddersOf.all(id)),
    ...subjectsOfProposals(state, ({ assignmentId }) => assignmentId !== undefined && ended.includes(assignmentId)),
  ];
  const set = assignments.flatMap((unit) => firstLadders(unit, urgency, context));
  const effects = assignments.flatMap((unit) => announce(unit, urgency));
  return [event('CaseAssigned', { assignments, urgency, quality, feedback }, { ladders: { set, drop }, effects })];
}

/** Co assignments, by id with their unit, that end because a case without a lead is given to their unit. */
function coUnitsMadeLead(state: CaseState, units: readonly UnitToAssign[]): Map<string, string> {
  const leads = new Set(units.filter(({ role }) => role === 'lead').map(({ unitId }) => unitId));
  const made = openAssignments(state).filter(({ role, unitId }) => role === 'co' && leads.has(unitId));
  return new Map(state.stage === 'registered' ? made.map(({ id, unitId }) => [id, unitId]) : []);
}

/** Where the policy owes no answer (praise) and a unit is to give one all the same. */
const NO_ANSWER_OWED: Term = { workingDays: 5 };

function assignedUnit(
  assignmentId: string,
  unit: UnitToAssign,
  kind: RequestKind,
  urgency: Urgency,
  context: DecisionContext,
): AssignedUnit {
  const { time, policy, now } = context;
  const emergency = urgency === 'emergency';
  const term = unit.term ?? (emergency ? policy.emergencyTerm : policy.terms[kind]) ?? NO_ANSWER_OWED;
  ensure(emergency || unit.dueAt || !('minutes' in term), 'assignment.minutes-in-emergencies-only');
  const aroundTheClock = emergency && (unit.dueAt !== undefined || 'minutes' in term);
  const reached = unit.dueAt ? ownDue(unit.dueAt, aroundTheClock, context) : time.add(now, ensureTerm(term));
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
    firstTerm: aroundTheClock ? millisecondsOf(reached.at) - millisecondsOf(now) : time.between(now, reached.at),
    aroundTheClock,
    ...(unit.dueAt ? {} : { term }),
    provisional: reached.provisional,
  };
}

/** A due of its own: as it is in an emergency, else the last working moment at or before it. */
function ownDue(dueAt: Instant, aroundTheClock: boolean, { time, now }: DecisionContext): Reached {
  ensureNear(now, dueAt);
  if (aroundTheClock) return { at: dueAt, provisional: false };
  const at = time.lastAtOrBefore(dueAt);
  return { at, provisional: at > now && time.addWorking(now, time.between(now, at)).provisional };
}

const LONGEST_IN_MINUTES = 10 * 366 * 24 * 60;

function ensureTerm(term: Term): Term {
  const [length, most] =
    'minutes' in term
      ? [term.minutes, LONGEST_IN_MINUTES]
      : 'workingHours' in term
        ? [term.workingHours, LONGEST_IN_MINUTES / 60 / 8]
        : [term.workingDays, LONGEST_IN_MINUTES / 60 / 24 / 2];
  ensure(length > 0 && length <= most, 'assignment.term-out-of-range', { longest: most });
  return term;
}

function firstLadders(unit: AssignedUnit, urgency: Urgency, context: DecisionContext): Ladder[] {
  const { assignmentId: id, acknowledgeBy, dueAt, aroundTheClock } = unit;
  const start = context.now;
  const emergency = urgency === 'emergency';
  const wait = { start, due: acknowledgeBy, aroundTheClock: emergency };
  const name = emergency ? 'acknowledge-emergency' : 'acknowledge';
  const acknowledge = ladder(name, laddersOf.acknowledge(id), 1, wait, context);
  // A unit that is not online was phoned at once: there is no notice it could have left unread.
  const rungs = acknowledge.rungs.filter(({ rung }) => unit.member || rung !== 'unread');
  const ladders = [
    { ...acknowledge, rungs },
    ladder('due', laddersOf.due(id), 1, { start, due: dueAt, aroundTheClock }, context),
  ];
  if (!emergency) return ladders;
  const firstReport = { ...waitFromNow('firstReport', context), aroundTheClock: true };
  return [...ladders, ladder('first-report', laddersOf.firstReport(id), 1, firstReport, context)];
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
