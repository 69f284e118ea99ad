import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { assignmentOf, event, inStage, inStatus, laddersOf, type DecisionContext } from './decision.ts';

const UNDER_WAY = ['waiting', 'working', 'suspended'] as const;

/** 电话催办: a supervisor phoned the unit; what was said is kept. */
export function recordUrgingCall(state: CaseState, command: CaseCommandOf<'record-urging-call'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'assigned');
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, ...UNDER_WAY);
  return [event('UrgingCallRecorded', { assignmentId: assignment.id, text: command.text })];
}

/** 催办单 or 督办单 issued by hand, before the ladder would. */
export function issueNotice(state: CaseState, command: CaseCommandOf<'issue-notice'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'assigned');
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, ...UNDER_WAY);
  const { notice, text } = command;
  const { id: assignmentId, unitId, dueAt: due } = assignment;
  const of = { subject: laddersOf.due(assignmentId), unitId, due };
  const effects = [
    { code: `notice:${notice}:handler` as const, ...of },
    { code: `notice:${notice}:head` as const, ...of },
  ];
  return [event('NoticeIssued', { assignmentId, notice, text }, { effects })];
}

/** 现场办公: findings and agreement of a session on the spot. */
export function recordOnSiteSession(state: CaseState, command: CaseCommandOf<'record-on-site-session'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'assigned');
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, ...UNDER_WAY);
  return [event('OnSiteSessionRecorded', { assignmentId: assignment.id, text: command.text })];
}
