import { isHeadOfUnit } from '../../access/actor.ts';
import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseState } from '../case-state.ts';
import { evolveNew } from './evolve-new.ts';
import { assignmentOf, event, inStatus, laddersOf, tellUnit, underWay } from './decision.ts';
import { submitFeedback } from './handling.ts';

/**
 * 负责人审批: the head of the unit, or who stands in for him, lets the feedback go out, or sends it back with words.
 * Errors: feedback.none-proposed, feedback.reason-missing, and those of feedback.
 */
export function decideFeedbackProposal(
  state: CaseState,
  command: CaseCommandOf<'decide-feedback-proposal'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  ensure(isHeadOfUnit(context.actor), 'feedback.head-only');
  inStatus(assignment, 'working');
  const { id, feedbackProposed: proposed } = assignment;
  ensure(proposed, 'feedback.none-proposed');
  const { approved, text } = command;
  ensure(approved || text, 'feedback.reason-missing');
  const facts = { assignmentId: id, approved, ...(text ? { text } : {}) };
  const drop = [laddersOf.headApproval(id)];
  if (!approved)
    return [
      event('FeedbackProposalDecided', facts, {
        ladders: { drop },
        effects: tellUnit(assignment, ['notice:feedback-sent-back:handler'], assignment.dueAt),
      }),
    ];
  const decided = event('FeedbackProposalDecided', facts, { ladders: { drop } });
  const now = evolveNew(state, [decided], context);
  return [decided, ...submitFeedback(now, { type: 'submit-feedback', assignmentId: id, ...proposed }, context)];
}
