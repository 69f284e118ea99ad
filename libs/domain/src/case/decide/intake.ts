import { hasPower } from '../../access/actor.ts';
import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { ensureNear, instantOf, millisecondsOf, type Instant } from '../../instant.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { Urgency } from '../../policy/policy.ts';
import { statutoryTermOf, type StatutoryTerm } from '../../policy/statutory-term.ts';
import type { Reached, Term } from '../../working-time/working-time.ts';
import { CASE_RULES, type AssignedUnit, type NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf, UnitToAssign } from '../case-command.ts';
import { activeAssignments, openAssignments, type CaseState } from '../case-state.ts';
import { tellCallers } from './telling.ts';
import { clockTermsOf, deskMinutesOf, dueLadderOf } from './clock-terms.ts';
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
} from './decision.ts';
import { faxLadder, sheetLeaves, waitForReport } from './faxing.ts';
import { owedToOthers } from './transferring.ts';

export const INTAKE = 'intake';
const INCIDENT = 'incident';

/** The wait for an answer or an assignment; at its end the shift leader gets a task (DESIGN, section 7). */
export function intakeLadder(state: CaseState, context: DecisionContext): Ladder {
  return intakeWait(state, state.head.number + 1, context).ladder;
}

/** How long the desk has: an hour of its own, days for what came in bulk, minutes of the clock on the 122 line. */
function intakeWait(
  of: Pick<CaseState, 'help' | 'emergencySince'> & { readonly backlog?: boolean },
  term: number,
  context: DecisionContext,
): { readonly due: Instant; readonly ladder: Ladder } {
  const minutes = deskMinutesOf(of, context.policy);
  if (minutes) {
    const { now, time } = context;
    const wait = { start: now, due: time.add(now, minutes.answer).at, aroundTheClock: true };
    return { due: wait.due, ladder: ladder(minutes.ladder, INTAKE, term, wait, context) };
  }
  const { backlog } = of;
  const wait = waitFromNow(backlog ? 'assignOrAnswerBacklog' : 'assignOrAnswer', context);
  return { due: wait.due, ladder: ladder(backlog ? 'intake-backlog' : 'intake', INTAKE, term, wait, context) };
}

/** By when a case that was given back to the desk is to be answered or assigned. */
export function answerByOf(state: CaseState, { now, policy, time }: DecisionContext): Instant {
  return time.add(now, deskMinutesOf(state, policy)?.answer ?? policy.waits.assignOrAnswer).at;
}

export function register(command: CaseCommandOf<'register'>, context: DecisionContext): NewCaseEvent[] {
  const { kind, urgency, categoryId, help, backlog = false, training = false, confidential = false } = command;
  ensure(help === undefined || context.policy.line122.offered, 'line-122.not-offered');
  const wait = intakeWait(command, 1, context);
  const owed = owedToOthers(command, context);
  const { externalDueAt, incident } = command;
  // Nobody is told of a training, nor of what lay elsewhere for long.
  const reachable = backlog || training || !command.reachable ? {} : { reachable: command.reachable };
  ensureNear(context.now, externalDueAt);
  ensure(!externalDueAt || externalDueAt > context.now, 'register.external-due-in-past');
  const facts = {
    rulesVersion: CASE_RULES,
    policyVersion: context.policy.version,
    kind,
    urgency,
    categoryId,
    answerBy: wait.due,
    ...(help ? { help } : {}),
    ...owed.facts,
    ...(externalDueAt ? { externalDueAt } : {}),
    ...(training ? { training: true as const } : {}),
    ...reachable,
    ...(confidential ? { confidential: true as const } : {}),
  } as const;
  const effects = tellCallers(reachable, 'citizen-accepted', context);
  return [
    event('CaseRegistered', facts, {
      ladders: { set: [wait.ladder, ...owed.set] },
      effects: [...effects, ...owed.effects],
    }),
    ...(incident ? [inIncident(incident, context)] : []),
  ];
}

/** 突发集中诉求: the case that makes it as many callers as the policy says opens an incident, and the director is told. */
function inIncident(
  incident: NonNullable<CaseCommandOf<'register'>['incident']>,
  { policy }: DecisionContext,
): NewCaseEvent {
  if ('joins' in incident) return event('IncidentJoined', { incident: incident.joins });
  const { opensWith: cases, callers } = incident;
  const { minutes } = policy.intake.incident;
  const effects: Effect[] = [{ code: 'notice:incident:director', subject: INCIDENT }];
  return event('IncidentOpened', { cases, callers, minutes }, { effects });
}

export function decline(state: CaseState, command: CaseCommandOf<'decline'>, context: DecisionContext): NewCaseEvent[] {
  const { reason, text } = command;
  return endAtDesk(state, (drop) =>
    event('CaseDeclined', { reason, text }, { ladders: { drop }, effects: tellWriters(state, context) }),
  );
}

export function answerDirectly(
  state: CaseState,
  command: CaseCommandOf<'answer-directly'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { text, articles = [] } = command;
  const facts = { text, ...(articles.length > 0 ? { articles } : {}) };
  return endAtDesk(state, (drop) =>
    event('AnsweredDirectly', facts, { ladders: { drop }, effects: tellWriters(state, context) }),
  );
}

/** Who is on the phone hears the desk's answer; who wrote is told that it is there. */
function tellWriters(state: CaseState, context: DecisionContext): Effect[] {
  return state.reachable === 'in-writing' ? tellCallers(state, 'citizen-closed', context) : [];
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
 * term.director-only, term.reason-missing, assignment.term-out-of-range, assignment.minutes-in-emergencies-only, instant.malformed, instant.too-far.
 */
export function assign(state: CaseState, command: CaseCommandOf<'assign'>, context: DecisionContext): NewCaseEvent[] {
  underWay(state);
  const { units, quality, feedback, suggested, termReason } = command;
  ensure(units.length > 0, 'assignment.no-units');
  ensureMayGiveTerms(command, context);
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
    const begun = {
      ...assignedUnit(`a${count + index + 1}`, unit, { ...state, urgency }, context),
      ...(isGiven(unit) ? { termGiven: true as const } : {}),
    };
    return replaces ? { ...begun, replaces } : begun;
  });
  const ended = [...replacedBy.keys()];
  const drop = [
    INTAKE,
    ...ended.flatMap((id) => laddersOf.all(id)),
    ...subjectsOfProposals(state, ({ assignmentId }) => assignmentId !== undefined && ended.includes(assignmentId)),
  ];
  const set = assignments.flatMap((unit) => firstLadders(unit, { ...state, urgency }, context));
  const lead = assignments.find(({ role }) => role === 'lead');
  const effects = [
    ...assignments.flatMap((unit) => announce(unit, urgency)),
    ...(lead ? tellCallers(state, 'citizen-transferred', context, lead.dueAt) : []),
  ];
  const why = termReason && units.some(isGiven) ? { termReason } : {};
  const facts = { assignments, ...why, urgency, ...(suggested ? { suggested } : {}), quality, feedback };
  return [event('CaseAssigned', facts, { ladders: { set, drop }, effects })];
}

/** A term of its own, or a due: not the policy's, by kind and urgency. */
function isGiven({ term, dueAt }: UnitToAssign): boolean {
  return term !== undefined || dueAt !== undefined;
}

/** 期限 are the policy's; another is the director's to give, or whom he gave the power, with a reason. */
function ensureMayGiveTerms({ units, termReason }: CaseCommandOf<'assign'>, { actor }: DecisionContext): void {
  if (!units.some(isGiven)) return;
  ensure(hasPower(actor, 'set-terms'), 'term.director-only');
  ensure(termReason, 'term.reason-missing');
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
  state: Pick<CaseState, 'kind' | 'categoryId' | 'urgency' | 'help' | 'emergencySince' | 'externalDueAt'>,
  context: DecisionContext,
): AssignedUnit {
  const { time, policy, now } = context;
  const { kind, externalDueAt } = state;
  const minutes = clockTermsOf(state, policy);
  const law = minutes || unit.term || unit.dueAt ? undefined : statutoryTermOf(policy.statutoryTerms, state);
  const term = unit.term ?? minutes?.due ?? workingTermOf(law) ?? policy.terms[kind] ?? NO_ANSWER_OWED;
  ensure(minutes || unit.dueAt || !('minutes' in term), 'assignment.minutes-in-emergencies-only');
  const aroundTheClock = minutes !== undefined && (unit.dueAt !== undefined || 'minutes' in term);
  const dueAt = unit.dueAt ?? calendarDueOf(law, now);
  const own = dueAt ? ownDue(dueAt, aroundTheClock, context) : time.add(now, ensureTerm(term));
  const handedDown = externalDueAt ? ownDue(externalDueAt, aroundTheClock, context) : own;
  // A hand-down that came too late for its due is done in the term of the policy.
  const isShorter = handedDown.at < own.at && handedDown.at > now;
  const reached = isShorter ? handedDown : own;
  ensure(reached.at > now, 'assignment.due-in-past', { dueAt: reached.at });
  const acknowledge = time.add(now, minutes?.acknowledge ?? policy.waits.acknowledge).at;
  const { unitId, role, member, faxBy = 'hand' } = unit;
  return {
    assignmentId,
    unitId,
    role,
    member,
    designated: unit.designated ?? false,
    ...(member ? {} : { faxBy }),
    acknowledgeBy: acknowledge < reached.at ? acknowledge : reached.at,
    dueAt: reached.at,
    firstTerm: aroundTheClock ? millisecondsOf(reached.at) - millisecondsOf(now) : time.between(now, reached.at),
    aroundTheClock,
    ...(dueAt || isShorter ? {} : { term }),
    ...(law && !isShorter ? { statutory: law.id } : {}),
    ...(isShorter && externalDueAt ? { externalDueAt } : {}),
    provisional: reached.provisional,
  };
}

const DAY = 86_400_000;

const workingTermOf = (law: StatutoryTerm | undefined): Term | undefined =>
  law && 'workingDays' in law.term ? law.term : undefined;

/** Where a law counts days of the calendar: the end of the last of them, at the same time of day. */
const calendarDueOf = (law: StatutoryTerm | undefined, now: Instant): Instant | undefined =>
  law && 'calendarDays' in law.term ? instantOf(millisecondsOf(now) + law.term.calendarDays * DAY) : undefined;

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

function firstLadders(
  unit: AssignedUnit,
  state: Pick<CaseState, 'urgency' | 'help' | 'emergencySince'>,
  context: DecisionContext,
): Ladder[] {
  const { assignmentId: id, acknowledgeBy, dueAt, aroundTheClock } = unit;
  const start = context.now;
  const minutes = clockTermsOf(state, context.policy);
  const wait = { start, due: acknowledgeBy, aroundTheClock: minutes !== undefined };
  const name = minutes?.ladders.acknowledge ?? 'acknowledge';
  const acknowledge = ladder(name, laddersOf.acknowledge(id), 1, wait, context);
  // A unit that is not online was phoned at once: there is no notice it could have left unread.
  const rungs = acknowledge.rungs.filter(({ rung }) => unit.member || rung !== 'unread');
  const ladders = [
    { ...acknowledge, rungs },
    ...(unit.faxBy ? [faxLadder(id, 1, waitForReport(minutes ? 'emergency' : state.urgency, context), context)] : []),
    ladder(
      dueLadderOf(state, aroundTheClock, context),
      laddersOf.due(id),
      1,
      { start, due: dueAt, aroundTheClock, fixed: unit.term === undefined },
      context,
    ),
  ];
  if (!minutes) return ladders;
  const firstReport = { start, due: context.time.add(start, minutes.firstReport).at, aroundTheClock: true };
  return [...ladders, ladder(minutes.ladders.firstReport, laddersOf.firstReport(id), 1, firstReport, context)];
}

/** A member unit is told here and by mail; any other by a fax sheet and a phone call; an emergency is phoned at once. */
function announce(unit: AssignedUnit, urgency: Urgency): Effect[] {
  const of = { subject: laddersOf.acknowledge(unit.assignmentId), unitId: unit.unitId, due: unit.acknowledgeBy };
  const effects: Effect[] = unit.member
    ? [{ code: 'notice:assignment:handler', ...of }]
    : [
        sheetLeaves(unit.faxBy ?? 'hand', { ...of, subject: laddersOf.fax(unit.assignmentId) }),
        { code: 'task:phone-acknowledge:dispatch', ...of },
      ];
  if (urgency === 'emergency') effects.push({ code: 'task:emergency-call:dispatch', ...of });
  return effects;
}
