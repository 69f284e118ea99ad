import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseState } from '../case-state.ts';
import { assignmentOf, event, inStatus, tellUnit, underWay } from './decision.ts';

/**
 * 内部流转: the unit's duty goes to another of its sub-desks, whose people are told from then on. Outward nothing changes:
 * one unit, one due. Errors: sub-desk.has-it.
 */
export function handOverWithin(
  state: CaseState,
  command: CaseCommandOf<'hand-over-within'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'waiting', 'working', 'return-pending', 'suspended', 'feedback');
  const { id, subDeskId: from } = assignment;
  const { subDeskId: to, text } = command;
  ensure(from !== to, 'sub-desk.has-it');
  const facts = {
    assignmentId: id,
    ...(from ? { fromSubDeskId: from } : {}),
    ...(to ? { toSubDeskId: to } : {}),
    ...(text ? { text } : {}),
  };
  const effects = tellUnit(assignment, ['notice:handed-over-within:handler'], assignment.dueAt);
  return [event('HandedOverWithin', facts, { effects })];
}
