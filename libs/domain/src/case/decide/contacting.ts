import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { ensureNear } from '../../instant.ts';
import type { Ladder } from '../../ledger/ladder.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { hidesCaller, type AssignmentState, type CaseState } from '../case-state.ts';
import {
  assignmentOf,
  event,
  inStatus,
  ladder,
  laddersOf,
  onBehalf,
  termOfWait,
  underWay,
  waitFromNow,
} from './decision.ts';

/**
 * The wait for the unit to speak with the citizen, from its acknowledging on. None where he is owed no call: an emergency
 * has its first report, praise wants no answer, and who is hidden from the unit cannot be called by it.
 */
export function contactLadders(state: CaseState, assignment: AssignmentState, context: DecisionContext): Ladder[] {
  if (assignment.aroundTheClock || state.kind === 'praise' || hidesCaller(state)) return [];
  return [
    ladder('contact', laddersOf.contact(assignment.id), termOfWait(state), waitFromNow('contact', context), context),
  ];
}

/** 联系来电人: the unit spoke with the citizen: when and how. Errors: contact.in-future, contact.before-assignment. */
export function recordContact(
  state: CaseState,
  command: CaseCommandOf<'record-contact'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'working', 'suspended');
  const { contactedAt, contactMethod, text } = command;
  const behalf = onBehalf(assignment, command, context);
  ensureNear(context.now, contactedAt);
  ensure(contactedAt <= context.now, 'contact.in-future');
  ensure(contactedAt >= assignment.startedAt, 'contact.before-assignment', { startedAt: assignment.startedAt });
  const { id } = assignment;
  const facts = { assignmentId: id, contactedAt, contactMethod, text, ...behalf };
  return [event('CitizenContacted', facts, { ladders: { drop: [laddersOf.contact(id)] } })];
}
