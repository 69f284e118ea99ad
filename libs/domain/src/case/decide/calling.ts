import type { DecisionContext } from '../../decision-context.ts';
import { instantOf, millisecondsOf, type Instant } from '../../instant.ts';
import type { Effect } from '../../ledger/effect.ts';
import { URGENCIES, type Urgency } from '../../policy/policy.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { openAssignments, type AssignmentState, type CaseState } from '../case-state.ts';
import { event, laddersOf, stillOpen, tellUnit } from './decision.ts';
import { evolveNew } from './evolve-new.ts';
import { INTAKE } from './intake.ts';

const DAY = 86_400_000;

/** 追加来电: somebody called about an open case again, the first caller or another. The units at work are told here. */
export function recordCall(
  state: CaseState,
  command: CaseCommandOf<'record-call'>,
  context: DecisionContext,
): NewCaseEvent[] {
  stillOpen(state);
  const { text, another, reachable } = command;
  const facts = { callNumber: state.calledAt.length + 1, another, text, ...(reachable ? { reachable } : {}) };
  const recorded = event('CallRecorded', facts, { effects: tellOfCall(state) });
  return [recorded, ...raiseUrgency(evolveNew(state, [recorded], context), context)];
}

/** A notice in the house for each member unit that works on it; a call is no reason for a fax. */
export function tellOfCall(state: CaseState): Effect[] {
  return openAssignments(state)
    .filter(({ member }) => member)
    .flatMap((assignment) => tellUnit(assignment, ['notice:call-again:handler'], assignment.dueAt));
}

/**
 * 重复来电提级: as many calls as the policy says, within as many days, make a case more urgent; once, and never less. The
 * event says why. Who is at work is told by the policy's effects; the desk that has not answered gets a task.
 */
export function raiseUrgency(state: CaseState, context: DecisionContext): NewCaseEvent[] {
  const { calls, days, urgency: to } = context.policy.intake.repeatedCalls;
  const counted = callsSince(state.calledAt, instantOf(millisecondsOf(context.now) - days * DAY));
  if (counted < calls || !isMore(to, state.urgency)) return [];
  const facts = { from: state.urgency, to, reason: 'repeated-calls', calls: counted, days } as const;
  return [event('UrgencyRaised', facts, { effects: effectsOfRaising(state, context) })];
}

const callsSince = (calledAt: readonly Instant[], since: Instant): number =>
  calledAt.filter((at) => at >= since).length;

const isMore = (left: Urgency, right: Urgency): boolean => URGENCIES.indexOf(left) > URGENCIES.indexOf(right);

function effectsOfRaising(state: CaseState, context: DecisionContext): Effect[] {
  if (state.stage === 'registered') return [{ code: 'task:assign-or-answer:shift-leader', subject: INTAKE }];
  if (state.stage !== 'assigned') return [];
  return openAssignments(state).flatMap((assignment) => effectsOn(assignment, context));
}

function effectsOn({ id, unitId, member, dueAt }: AssignmentState, { policy }: DecisionContext): Effect[] {
  return policy.intake.repeatedCalls.effects
    .filter((code) => member || !code.startsWith('notice:'))
    .map((code) => ({ code, subject: laddersOf.due(id), unitId, due: dueAt }));
}
