import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { AssignmentState, CaseState } from '../case-state.ts';
import type { ProposedFeedback } from '../within-unit/within-unit-event.ts';
import { event, ladder, laddersOf, tellUnit, termOfWait, waitFromNow } from './decision.ts';

/**
 * 反馈送审: the handler's feedback waits for the head of his unit, who is told and reminded. The unit's term runs on.
 * Errors: feedback.awaits-head.
 */
export function proposeFeedback(
  state: CaseState,
  assignment: AssignmentState,
  proposed: ProposedFeedback,
  context: DecisionContext,
): NewCaseEvent[] {
  ensure(!assignment.feedbackProposed, 'feedback.awaits-head');
  const { id } = assignment;
  const wait = waitFromNow('headApproval', context);
  const approval = laddersOf.headApproval(id);
  const facts = { assignmentId: id, ...proposed, decideBy: wait.due };
  return [
    event('FeedbackProposed', facts, {
      ladders: {
        drop: [laddersOf.contact(id)],
        set: [ladder('head-approval', approval, termOfWait(state), wait, context)],
      },
      effects: tellUnit(assignment, ['notice:feedback-proposed:head'], wait.due).map((effect) => ({
        ...effect,
        subject: approval,
      })),
    }),
  ];
}
