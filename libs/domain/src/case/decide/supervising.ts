import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { ensureNear } from '../../instant.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { awaitedSlip, type AssignmentState, type CaseState } from '../case-state.ts';
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
} from './decision.ts';
import { issueDocument } from './issuing.ts';

const AT_WORK = ['waiting', 'working', 'suspended'] as const;
const NOT_DONE = [...AT_WORK, 'return-pending', 'feedback'] as const;

/** The assignment that people of the center met the unit about: one that is not done. */
export function confronted(state: CaseState, assignmentId: string, context: DecisionContext): AssignmentState {
  underWay(state);
  const assignment = assignmentOf(state, assignmentId, context);
  inStatus(assignment, ...NOT_DONE);
  return assignment;
}

/** The assignment that the supervision room is after: one at which the unit is at work. */
export function pursued(state: CaseState, assignmentId: string, context: DecisionContext): AssignmentState {
  underWay(state);
  const assignment = assignmentOf(state, assignmentId, context);
  inStatus(assignment, ...AT_WORK);
  return assignment;
}

/**
 * 电话催办: a supervisor phoned the unit; what was said is kept. What it promised is asked after when its time comes.
 * Errors: urging.promise-until-when.
 */
export function recordUrgingCall(
  state: CaseState,
  { assignmentId, text, result, promisedBy }: CaseCommandOf<'record-urging-call'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const { id } = pursued(state, assignmentId, context);
  ensureNear(context.now, promisedBy);
  ensure(!promisedBy || (result === 'promised' && promisedBy > context.now), 'urging.promise-until-when');
  const facts = { assignmentId: id, text, ...(result ? { result } : {}), ...(promisedBy ? { promisedBy } : {}) };
  if (!promisedBy) return [event('UrgingCallRecorded', facts)];
  const wait = { start: context.now, due: promisedBy };
  const set = [ladder('promise', laddersOf.promise(id), termOfWait(state), wait, context)];
  return [event('UrgingCallRecorded', facts, { ladders: { set } })];
}

/** 催办单 or 督办单 issued by hand, before the ladder would: a numbered paper with a return slip. */
export function issueNotice(
  state: CaseState,
  { assignmentId, notice, text }: CaseCommandOf<'issue-notice'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const assignment = pursued(state, assignmentId, context);
  const effects = tellUnit(assignment, [`notice:${notice}:handler`, `notice:${notice}:head`], assignment.dueAt);
  const issued = event('NoticeIssued', { assignmentId, notice, text }, { effects });
  return [issued, issueDocument(state, { kind: notice, assignment, text, before: 1 }, context)];
}

/** 回执: the unit says how it stands with what a paper of the center asked. Errors: slip.not-awaited. */
export function returnSlip(
  state: CaseState,
  { assignmentId, text, ...answered }: CaseCommandOf<'return-slip'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const assignment = pursued(state, assignmentId, context);
  const document = awaitedSlip(state, assignment);
  ensure(document, 'slip.not-awaited', { assignmentId });
  const facts = { assignmentId, documentId: document.id, text, ...onBehalf(assignment, answered, context) };
  return [event('ReturnSlipReceived', facts, { ladders: { drop: [laddersOf.returnSlip(assignment.id)] } })];
}
