import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { openAssignments, type AssignmentState, type CaseState } from '../case-state.ts';
import {
  assignmentOf,
  DISPUTE,
  event,
  inStatus,
  ladder,
  laddersOf,
  subjectsOfProposals,
  tellUnit,
  termOfWait,
  underWay,
  waitFromNow,
} from './decision.ts';
import { evolveNew } from './evolve-new.ts';
import { assign } from './intake.ts';

/**
 * 职责争议: units do not agree whose duty it is. Until the director has decided, the first receiver leads (首接负责): its
 * clock goes on and it cannot return. Errors: dispute.open, dispute.no-other-unit, dispute.designated.
 */
export function raiseDispute(
  state: CaseState,
  command: CaseCommandOf<'raise-dispute'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'waiting', 'working');
  ensure(!state.dispute, 'dispute.open');
  ensure(!assignment.designated, 'dispute.designated');
  const unitIds = [...new Set(command.unitIds)].filter((unitId) => unitId !== assignment.unitId);
  ensure(unitIds.length > 0, 'dispute.no-other-unit');
  ensure(
    openAssignments(state).some(({ role }) => role === 'lead'),
    'assignment.no-lead',
  );
  const wait = waitFromNow('dispute', context);
  const { id, unitId } = assignment;
  return [
    event(
      'DisputeRaised',
      { assignmentId: id, unitIds, text: command.text, ruleBy: wait.due },
      {
        ladders: { set: [ladder('dispute', DISPUTE, termOfWait(state), wait, context)] },
        effects: [{ code: 'task:dispute:director', subject: DISPUTE, unitId, due: wait.due }],
      },
    ),
  ];
}

/**
 * The center's directed decision: the unit that leads from now on, designated, so that it cannot return; with the opinion of
 * the staffing office (编办) where it was asked. Another unit begins a term of its own, the one that led is let go and not
 * reckoned with it. Errors: dispute.none, assignment.no-lead, and those of an assignment.
 */
export function ruleDispute(
  state: CaseState,
  command: CaseCommandOf<'rule-dispute'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  ensure(state.dispute, 'dispute.none');
  const { lead: unit, text, staffingOpinion, quality, feedback } = command;
  const leading = openAssignments(state).find(({ role }) => role === 'lead');
  ensure(leading, 'assignment.no-lead');
  const stays = leading.unitId === unit.unitId;
  const ruled = event(
    'DisputeRuled',
    {
      assignmentId: leading.id,
      leadUnitId: unit.unitId,
      moved: !stays,
      text,
      ...(staffingOpinion ? { staffingOpinion } : {}),
    },
    {
      ladders: { drop: [DISPUTE, ...(stays ? [] : endedWith(state, leading))] },
      effects: stays
        ? tellUnit(leading, ['notice:dispute-ruled:handler', 'notice:dispute-ruled:head'], leading.dueAt)
        : tellUnit(leading, ['notice:withdrawn:handler']),
    },
  );
  if (stays) return [ruled];
  const after = evolveNew(state, [ruled], context);
  const units = [{ ...unit, role: 'lead' as const, designated: true }];
  return [ruled, ...assign(after, { type: 'assign', units, termReason: text, quality, feedback }, context)];
}

/** The waits that end with an assignment, those of its proposals included. */
function endedWith(state: CaseState, { id }: AssignmentState): string[] {
  return [...laddersOf.all(id), ...subjectsOfProposals(state, ({ assignmentId }) => assignmentId === id)];
}
