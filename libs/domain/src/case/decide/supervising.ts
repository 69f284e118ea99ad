import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { assignmentOf, event, inStatus, tellUnit, underWay, type DecisionContext } from './decision.ts';

const AT_WORK = ['waiting', 'working', 'suspended'] as const;

/** 电话催办: a supervisor phoned the unit; what was said is kept. */
export function recordUrgingCall(
  state: CaseState,
  command: CaseCommandOf<'record-urging-call'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, ...AT_WORK);
  return [event('UrgingCallRecorded', { assignmentId: assignment.id, text: command.text })];
}

/** 催办单 or 督办单 issued by hand, before the ladder would. */
export function issueNotice(
  state: CaseState,
  command: CaseCommandOf<'issue-notice'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, ...AT_WORK);
  const { notice, text } = command;
  const { id: assignmentId, dueAt } = assignment;
  const effects = tellUnit(assignment, [`notice:${notice}:handler`, `notice:${notice}:head`], dueAt);
  return [event('NoticeIssued', { assignmentId, notice, text }, { effects })];
}

/** 现场办公: findings and agreement of a session on the spot. */
export function recordOnSiteSession(
  state: CaseState,
  command: CaseCommandOf<'record-on-site-session'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, ...AT_WORK);
  return [event('OnSiteSessionRecorded', { assignmentId: assignment.id, text: command.text })];
}
