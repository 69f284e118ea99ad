import { ensure } from '../../domain-error.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { assignmentOf, event, inStage, inStatus, ladder, laddersOf, termOfWait, waitFromNow, type DecisionContext } from './decision.ts';
import { goOn } from './handling.ts';

/**
 * 延期, asked for before the due. Extensions together never exceed the first term (DESIGN, section 7).
 * Errors: extension.after-due, extension.pending, extension.too-long.
 */
export function requestExtension(
  state: CaseState,
  command: CaseCommandOf<'request-extension'>,
  context: DecisionContext,
): NewCaseEvent[] {
  inStage(state, 'assigned');
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'working');
  ensure(!assignment.extensionPending, 'extension.pending');
  ensure(context.now < assignment.dueAt, 'extension.after-due', { dueAt: assignment.dueAt });
  const { workingDays, reason } = command;
  const together = (assignment.extendedDays + workingDays) * context.time.workingDay;
  ensure(workingDays > 0 && together <= assignment.firstTerm, 'extension.too-long', {
    longestWorkingDays: Math.floor(assignment.firstTerm / context.time.workingDay) - assignment.extendedDays,
  });
  const wait = waitFromNow('extensionDecision', context);
  const { id, unitId, extensions } = assignment;
  const queue = extensions === 0 ? 'dispatch' : 'director';
  return [
    event(
      'ExtensionRequested',
      { assignmentId: id, extensionNumber: extensions + 1, workingDays, reason, decideBy: wait.due },
      {
        ladders: { set: [ladder('extension', laddersOf.extension(id), termOfWait(state), wait, context)] },
        effects: [{ code: `task:extension-decision:${queue}`, subject: laddersOf.extension(id), unitId, due: wait.due }],
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
  const assignment = assignmentOf(state, command.assignmentId, context);
  const asked = assignment.extensionPending;
  ensure(asked, 'extension.none-pending');
  inStatus(assignment, 'working');
  ensure(assignment.extensions === 0 || context.actor.role === 'director', 'extension.director-only');
  const { granted, text } = command;
  const { id, unitId } = assignment;
  const drop = [laddersOf.extension(id)];
  const effect = { code: 'notice:extension-decided:handler' as const, subject: laddersOf.due(id), unitId };
  if (!granted)
    return [event('ExtensionDecided', { assignmentId: id, granted, text }, { ladders: { drop }, effects: [{ ...effect, due: assignment.dueAt }] })];
  const reached = context.time.add(assignment.dueAt, { workingDays: asked.workingDays });
  const term = assignment.term + 1;
  const due = ladder('due', laddersOf.due(id), term, { start: assignment.startedAt, due: reached.at }, context);
  return [
    event(
      'ExtensionDecided',
      { assignmentId: id, granted, text, term, dueAt: reached.at, provisional: reached.provisional || assignment.provisional },
      {
        ladders: { drop, set: [due] },
        effects: [{ ...effect, due: reached.at }],
      },
    ),
  ];
}

/** 挂起, for a cause the policy names, until a review instant. The citizen's own clock does not stop. */
export function suspend(state: CaseState, command: CaseCommandOf<'suspend'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'assigned');
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'working');
  const { cause, text } = command;
  ensure(context.policy.suspensionCauses.includes(cause), 'suspension.unknown-cause', {
    causes: context.policy.suspensionCauses,
  });
  ensure(!assignment.extensionPending, 'extension.pending');
  ensure(command.reviewAt > context.now, 'suspension.review-in-past');
  const reviewAt = context.time.lastAtOrBefore(command.reviewAt);
  const due = reviewAt > context.now ? reviewAt : command.reviewAt;
  const { id } = assignment;
  const review = ladder('suspension', laddersOf.suspension(id), termOfWait(state), { start: context.now, due }, context);
  return [
    event(
      'AssignmentSuspended',
      { assignmentId: id, cause, reviewAt: due, text },
      { ladders: { hold: [laddersOf.due(id), laddersOf.firstReport(id)], set: [review] } },
    ),
  ];
}

/** The suspension ends: the due and the rungs not yet done move by the working time it lasted. */
export function resume(state: CaseState, command: CaseCommandOf<'resume'>, context: DecisionContext): NewCaseEvent[] {
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'suspended');
  const { dueAt, set } = goOn(state, assignment, context);
  const { id } = assignment;
  return [
    event(
      'AssignmentResumed',
      { assignmentId: id, dueAt, text: command.text },
      { ladders: { drop: [laddersOf.suspension(id)], set } },
    ),
  ];
}
