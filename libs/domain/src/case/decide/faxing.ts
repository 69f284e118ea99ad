import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import type { Effect } from '../../ledger/effect.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { Wait } from '../../policy/build-ladder.ts';
import type { Urgency } from '../../policy/policy.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { FaxWay } from '../case-words.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { AssignmentState, CaseState } from '../case-state.ts';
import { assignmentOf, event, inStatus, ladder, laddersOf, termOfWait, underWay, waitFromNow } from './decision.ts';

const AT_WORK = ['waiting', 'working', 'suspended'] as const;

/** The wait for the delivery report of a fax sheet: in an emergency it runs by the clock. */
export function waitForReport(urgency: Urgency, context: DecisionContext): Wait {
  const emergency = urgency === 'emergency';
  const wait = waitFromNow(emergency ? 'faxReportEmergency' : 'faxReport', context);
  return emergency ? { ...wait, aroundTheClock: true } : wait;
}

/** Silence on a fax sheet: nobody knows whether it arrived, so the unit is phoned. */
export function faxLadder(assignmentId: string, term: number, wait: Wait, context: DecisionContext): Ladder {
  return ladder('fax', laddersOf.fax(assignmentId), term, wait, context);
}

/** A sheet leaves: as a mail to the fax gateway, or as a task for somebody to fax it. */
export function sheetLeaves(by: FaxWay, of: Omit<Effect, 'code'>): Effect {
  return { code: by === 'gateway' ? 'notice:fax-sheet:fax' : 'task:fax:dispatch', ...of };
}

/** The fax sheet goes out once more, after a failure or because the unit asks for it. Errors: assignment.unit-is-online. */
export function resendFax(
  state: CaseState,
  command: CaseCommandOf<'resend-fax'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  ensure(!assignment.member, 'assignment.unit-is-online', { unitId: assignment.unitId });
  inStatus(assignment, ...AT_WORK);
  const { id, unitId } = assignment;
  const wait = waitForReport(state.urgency, context);
  const sheet = (assignment.fax?.sheet ?? 0) + 1;
  return [
    event(
      'FaxResent',
      { assignmentId: id, sheet, by: command.by },
      {
        ladders: { set: [faxLadder(id, termOfWait(state), wait, context)] },
        effects: [sheetLeaves(command.by, { subject: laddersOf.fax(id), unitId, due: wait.due })],
      },
    ),
  ];
}

/**
 * 传真回执. The gateway tells of a sheet when it will, also twice, or of one that no longer matters: then nothing follows. A
 * person's report must be news. A failure is phoned at once. Errors, for a person: fax.unknown-sheet, fax.reported-before,
 * fax.failure-missing.
 */
export function reportFax(
  state: CaseState,
  command: CaseCommandOf<'report-fax'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { assignmentId, sheet, result, failure } = command;
  if (context.actor.role === 'gateway' && !isAwaited(state, command)) return [];
  underWay(state);
  const assignment = assignmentOf(state, assignmentId, context);
  inStatus(assignment, ...AT_WORK);
  ensure(assignment.fax?.sheet === sheet, 'fax.unknown-sheet', { sheet });
  ensure(!assignment.fax.result, 'fax.reported-before');
  ensure((result === 'failed') === (failure !== undefined), 'fax.failure-missing');
  const facts = { assignmentId, sheet, result, ...(failure ? { failure } : {}) };
  const effects = result === 'failed' ? phoned(assignment, state, context) : [];
  return [event('FaxReported', facts, { ladders: { drop: [laddersOf.fax(assignmentId)] }, effects })];
}

function isAwaited({ stage, assignments }: CaseState, { assignmentId, sheet }: CaseCommandOf<'report-fax'>): boolean {
  const assignment = assignments[assignmentId];
  const open = stage === 'registered' || stage === 'assigned';
  if (!open || !assignment || !(AT_WORK as readonly string[]).includes(assignment.status)) return false;
  return assignment.fax?.sheet === sheet && !assignment.fax.result;
}

/** Whoever has acknowledged knows what he is to do: only one who has not is phoned. */
function phoned(
  { id, unitId, status }: AssignmentState,
  { urgency }: CaseState,
  context: DecisionContext,
): readonly Effect[] {
  if (status !== 'waiting') return [];
  const { due } = waitForReport(urgency, context);
  return [{ code: 'task:phone-fax:dispatch', subject: laddersOf.fax(id), unitId, due }];
}
