import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { ensureNear, laterOf } from '../../instant.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { openAssignments, type AssignmentState, type CaseState } from '../case-state.ts';
import type { EmergencyPayloads } from '../emergency/emergency-event.ts';
import { URGENT_REPORT } from '../emergency/emergency-state.ts';
import { clockTermsOf } from './clock-terms.ts';
import { event, ladder, laddersOf, termOfWait, underWay } from './decision.ts';
import { answerByOf, INTAKE, intakeLadder } from './intake.ts';

type MinuteTerm = EmergencyPayloads['EmergencyDeclared']['terms'][number];

/**
 * 应急处置, one of the center's five powers: from now on minutes count. Units that have the case acknowledge and report
 * within minutes, their due comes earlier and never later; they are phoned, the director on duty is told at once. A case
 * that nobody has yet is the shift leader's to assign. Errors: emergency.declared-before.
 */
export function declareEmergency(
  state: CaseState,
  { reason }: CaseCommandOf<'declare-emergency'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  ensure(!state.emergencySince, 'emergency.declared-before');
  const declared: CaseState = { ...state, urgency: 'emergency', emergencySince: context.now };
  const pressed = openAssignments(state)
    .filter(({ status, extensionPending }) => (status === 'waiting' || status === 'working') && !extensionPending)
    .map((assignment) => inMinutes(declared, assignment, context));
  const desk = state.stage === 'registered' ? { answerBy: answerByOf(declared, context) } : {};
  const set = [
    ...pressed.flatMap(({ ladders }) => ladders),
    ...(state.stage === 'registered' ? [intakeLadder(declared, context)] : []),
  ];
  const facts = { from: state.urgency, reason, terms: pressed.map(({ term }) => term), ...desk };
  return [event('EmergencyDeclared', facts, { ladders: { set }, effects: tellOf(state, desk) })];
}

function inMinutes(
  state: CaseState,
  assignment: AssignmentState,
  context: DecisionContext,
): { readonly term: MinuteTerm; readonly ladders: readonly Ladder[] } {
  const { id, dueAt: before, status, firstReportAt, provisional } = assignment;
  const { now, policy, time } = context;
  const minutes = clockTermsOf(state, policy);
  const term = assignment.term + 1;
  const ends = (length: 'acknowledge' | 'firstReport' | 'due') =>
    time.add(now, minutes?.[length] ?? policy.emergencyTerm).at;
  const wait = (due: string) => ({ start: now, due, aroundTheClock: true });
  const acknowledgeBy = status === 'waiting' ? { acknowledgeBy: ends('acknowledge') } : {};
  // What is overdue stays so: its ladder goes on where it is.
  const isLate = before <= now;
  const dueAt = !isLate && ends('due') < before ? ends('due') : before;
  const ladders = [
    ...(acknowledgeBy.acknowledgeBy
      ? [ladder('emergency-acknowledge', laddersOf.acknowledge(id), term, wait(acknowledgeBy.acknowledgeBy), context)]
      : []),
    ...(firstReportAt
      ? []
      : [ladder('emergency-report', laddersOf.firstReport(id), term, wait(ends('firstReport')), context)]),
    ...(isLate ? [] : [ladder('emergency-due', laddersOf.due(id), term, wait(dueAt), context)]),
  ];
  return { term: { assignmentId: id, term, dueAt, provisional, ...acknowledgeBy }, ladders };
}

function tellOf(state: CaseState, { answerBy }: { readonly answerBy?: string }): Effect[] {
  const subject = 'emergency';
  const units = openAssignments(state).flatMap(({ id, unitId, member }): Effect[] => [
    ...(member ? [{ code: 'notice:emergency-declared:head' as const, subject: laddersOf.due(id), unitId }] : []),
    { code: 'task:emergency-call:dispatch', subject: laddersOf.firstReport(id), unitId },
  ]);
  return [
    { code: 'notice:emergency-declared:director', subject },
    ...(answerBy ? [{ code: 'task:assign-or-answer:shift-leader' as const, subject: INTAKE, due: answerBy }] : []),
    ...units,
  ];
}

/**
 * 紧急信息报送: the leaders must hear of it within the policy's minutes of the event; what has passed already is late at
 * once. Errors: urgent-report.open, urgent-report.in-future.
 */
export function requireUrgentReport(
  state: CaseState,
  { happenedAt, reason }: CaseCommandOf<'require-urgent-report'>,
  context: DecisionContext,
): NewCaseEvent[] {
  ensure(state.stage !== 'merged', 'case.wrong-stage', { stage: state.stage });
  ensure(!state.urgentReport?.reportBy, 'urgent-report.open');
  ensureNear(context.now, happenedAt);
  ensure(happenedAt <= context.now, 'urgent-report.in-future');
  const reportBy = context.time.add(happenedAt, context.policy.emergency.urgentReport).at;
  const wait = { start: context.now, due: laterOf(context.now, reportBy), aroundTheClock: true };
  const set = [ladder('urgent-report', URGENT_REPORT, termOfWait(state), wait, context)];
  const effects: Effect[] = [{ code: 'task:urgent-report:shift-leader', subject: URGENT_REPORT, due: reportBy }];
  return [event('UrgentReportRequired', { happenedAt, reportBy, reason }, { ladders: { set }, effects })];
}

/**
 * A report to the mayor, the deputy mayor in charge and the director: the first, and the further ones until the last, each
 * at the instant that the one before named. Errors: urgent-report.none, urgent-report.next-in-past.
 */
export function sendUrgentReport(
  state: CaseState,
  command: CaseCommandOf<'send-urgent-report'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { type: _, nextAt, deputyMayorId, ...words } = command;
  const { urgentReport } = state;
  ensure(urgentReport?.reportBy, 'urgent-report.none');
  const { now } = context;
  if (nextAt) ensureNear(now, nextAt);
  ensure(!nextAt || nextAt > now, 'urgent-report.next-in-past');
  const set = nextAt
    ? [
        ladder(
          'urgent-report',
          URGENT_REPORT,
          termOfWait(state),
          { start: now, due: nextAt, aroundTheClock: true },
          context,
        ),
      ]
    : [];
  const facts = {
    ...words,
    reportNumber: urgentReport.sent + 1,
    happenedAt: urgentReport.happenedAt,
    inTime: now <= urgentReport.reportBy,
    ...(nextAt ? { nextAt } : {}),
    ...(deputyMayorId ? { deputyMayorId } : {}),
  };
  const of = { subject: URGENT_REPORT, ...(deputyMayorId ? { deputyMayorId } : {}) };
  const effects: Effect[] = [
    { code: 'notice:urgent-report:mayor', ...of },
    ...(deputyMayorId ? [{ code: 'notice:urgent-report:deputy-mayor' as const, ...of }] : []),
    { code: 'notice:urgent-report:director', ...of },
  ];
  const ladders = nextAt ? { set } : { drop: [URGENT_REPORT] };
  return [event('UrgentReportSent', facts, { ladders, effects })];
}
