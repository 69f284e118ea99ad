import { hasPower } from '../../access/actor.ts';
import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { ensureNear, millisecondsOf, type Instant } from '../../instant.ts';
import type { Term } from '../../working-time/working-time.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { AssignmentState, CaseState } from '../case-state.ts';
import { dueLadderOf } from './clock-terms.ts';
import {
  assignmentOf,
  event,
  inStatus,
  ladder,
  laddersOf,
  onBehalf,
  tellUnit,
  termOfWait,
  underWay,
  waitFromNow,
} from './decision.ts';
import { goOn } from './returning.ts';
import { tellCallers } from './telling.ts';

const MINUTES_IN_A_DAY = 24 * 60;

/** A day of an extension: a working day, or 24 hours where the term runs around the clock. */
function extensionOf({ aroundTheClock }: AssignmentState, days: number): Term {
  return aroundTheClock ? { minutes: days * MINUTES_IN_A_DAY } : { workingDays: days };
}

/** Milliseconds of one such day, of the assignment's own time. */
function dayOf(assignment: AssignmentState, { time, now }: DecisionContext): number {
  if (!assignment.aroundTheClock) return time.workingDay;
  return millisecondsOf(time.add(now, extensionOf(assignment, 1)).at) - millisecondsOf(now);
}

/**
 * 延期, asked for before the due. Extensions together never exceed the first term (DESIGN, section 7).
 * Errors: extension.after-due, extension.pending, extension.whole-days, extension.too-long.
 */
export function requestExtension(
  state: CaseState,
  command: CaseCommandOf<'request-extension'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'working');
  const behalf = onBehalf(assignment, command, context);
  ensure(!assignment.extensionPending, 'extension.pending');
  ensure(context.now < assignment.dueAt, 'extension.after-due', { dueAt: assignment.dueAt });
  const { workingDays, reason } = command;
  ensure(Number.isInteger(workingDays) && workingDays > 0, 'extension.whole-days');
  const longestWorkingDays = Math.floor(assignment.firstTerm / dayOf(assignment, context)) - assignment.extendedDays;
  ensure(workingDays <= longestWorkingDays, 'extension.too-long', {
    longestWorkingDays: Math.max(0, longestWorkingDays),
  });
  const extended = context.time.add(assignment.dueAt, extensionOf(assignment, workingDays)).at;
  const { externalDueAt } = state;
  ensure(!externalDueAt || extended <= externalDueAt, 'extension.after-external-due', { externalDueAt });
  const wait = waitFromNow('extensionDecision', context);
  const { id, unitId, extensions } = assignment;
  const queue = extensions === 0 ? 'dispatch' : 'director';
  return [
    event(
      'ExtensionRequested',
      {
        assignmentId: id,
        extensionNumber: extensions + 1,
        workingDays,
        reason,
        decideBy: wait.due,
        ...(behalf.onBehalf ? behalf : {}),
      },
      {
        ladders: { set: [ladder('extension', laddersOf.extension(id), termOfWait(state), wait, context)] },
        effects: [
          { code: `task:extension-decision:${queue}`, subject: laddersOf.extension(id), unitId, due: wait.due },
        ],
      },
    ),
  ];
}

/** The first extension is granted by the center, a second by the director. A granted one begins a new term. */
export function decideExtension(
  state: CaseState,
  command: CaseCommandOf<'decide-extension'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  const asked = assignment.extensionPending;
  ensure(asked, 'extension.none-pending');
  inStatus(assignment, 'working');
  ensure(assignment.extensions === 0 || hasPower(context.actor, 'grant-extensions'), 'extension.director-only');
  const { granted, text } = command;
  const { id, startedAt, aroundTheClock } = assignment;
  const drop = [laddersOf.extension(id)];
  const told = (due: Instant) => tellUnit(assignment, ['notice:extension-decided:handler'], due);
  if (!granted)
    return [
      event(
        'ExtensionDecided',
        { assignmentId: id, granted, text },
        { ladders: { drop }, effects: told(assignment.dueAt) },
      ),
    ];
  const reached = context.time.add(assignment.dueAt, extensionOf(assignment, asked.workingDays));
  const term = assignment.term + 1;
  const fixed = state.ladders.running[laddersOf.due(id)]?.wait?.due !== undefined;
  const wait = { start: startedAt, due: reached.at, aroundTheClock, fixed };
  const name = dueLadderOf(state, aroundTheClock, context);
  const due = ladder(name, laddersOf.due(id), term, wait, context);
  return [
    event(
      'ExtensionDecided',
      {
        assignmentId: id,
        granted,
        text,
        term,
        dueAt: reached.at,
        provisional: reached.provisional || assignment.provisional,
      },
      {
        ladders: { drop, set: [due] },
        effects: [
          ...told(reached.at),
          ...(assignment.role === 'lead' ? tellCallers(state, 'citizen-extended', context, reached.at) : []),
        ],
      },
    ),
  ];
}

/** 挂起, for a cause the policy names, until a review instant. The citizen's own clock does not stop. */
export function suspend(state: CaseState, command: CaseCommandOf<'suspend'>, context: DecisionContext): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'working');
  const { cause, text } = command;
  ensure(context.policy.suspensionCauses.includes(cause), 'suspension.unknown-cause', {
    causes: context.policy.suspensionCauses,
  });
  ensure(!assignment.extensionPending, 'extension.pending');
  ensureNear(context.now, command.reviewAt);
  ensure(command.reviewAt > context.now, 'suspension.review-in-past');
  const reviewAt = context.time.lastAtOrBefore(command.reviewAt);
  const due = reviewAt > context.now ? reviewAt : command.reviewAt;
  const { id } = assignment;
  const review = ladder(
    'suspension',
    laddersOf.suspension(id),
    termOfWait(state),
    { start: context.now, due },
    context,
  );
  return [
    event(
      'AssignmentSuspended',
      { assignmentId: id, cause, reviewAt: due, text },
      { ladders: { hold: laddersOf.clocks(id), set: [review] } },
    ),
  ];
}

/** The suspension ends: the due and the rungs not yet done move by the time it lasted, of the assignment's own time. */
export function resume(state: CaseState, command: CaseCommandOf<'resume'>, context: DecisionContext): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'suspended');
  const { dueAt, provisional, set } = goOn(state, assignment, context);
  const { id } = assignment;
  return [
    event(
      'AssignmentResumed',
      { assignmentId: id, dueAt, provisional, text: command.text },
      { ladders: { drop: [laddersOf.suspension(id)], set } },
    ),
  ];
}
