import { hasPower } from '../../access/actor.ts';
import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { ensureNear } from '../../instant.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseState } from '../case-state.ts';
import { dueLadderOf } from './clock-terms.ts';
import { assignmentOf, event, inStatus, ladder, laddersOf, tellUnit, underWay } from './decision.ts';
import { tellCallers } from './telling.ts';

/**
 * 另定期限: the director, or whom he gave the power, sets another due for a unit at work, and says why. A new term begins.
 * Errors: term.director-only, extension.pending, assignment.due-in-past, extension.after-external-due.
 */
export function changeTerm(
  state: CaseState,
  command: CaseCommandOf<'change-term'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  ensure(hasPower(context.actor, 'set-terms'), 'term.director-only');
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'waiting', 'working');
  ensure(!assignment.extensionPending, 'extension.pending');
  ensureNear(context.now, command.dueAt);
  const { id, startedAt, aroundTheClock } = assignment;
  const { now, time } = context;
  const dueAt = aroundTheClock ? command.dueAt : time.lastAtOrBefore(command.dueAt);
  ensure(dueAt > now, 'assignment.due-in-past', { dueAt });
  const { externalDueAt } = state;
  ensure(!externalDueAt || dueAt <= externalDueAt, 'extension.after-external-due', { externalDueAt });
  const provisional = !aroundTheClock && time.addWorking(now, time.between(now, dueAt)).provisional;
  const term = assignment.term + 1;
  const wait = { start: startedAt, due: dueAt, aroundTheClock, fixed: true };
  const name = dueLadderOf(state, aroundTheClock, context);
  const facts = { assignmentId: id, term, dueAt, provisional, termReason: command.text };
  const isLater = dueAt > assignment.dueAt && assignment.role === 'lead';
  return [
    event('TermChanged', facts, {
      ladders: { set: [ladder(name, laddersOf.due(id), term, wait, context)] },
      effects: [
        ...tellUnit(assignment, ['notice:term-changed:handler', 'notice:term-changed:head'], dueAt),
        ...(isLater ? tellCallers(state, 'citizen-extended', context, dueAt) : []),
      ],
    }),
  ];
}
