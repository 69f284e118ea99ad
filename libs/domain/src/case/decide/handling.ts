import { ensure } from '../../domain-error.ts';
import { ensureNear } from '../../instant.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { completeWithout } from './completing.ts';
import {
  assignmentOf,
  event,
  inStatus,
  ladder,
  laddersOf,
  onBehalf,
  subjectsOfProposals,
  tellUnit,
  termOfWait,
  underWay,
  waitFromNow,
  type DecisionContext,
} from './decision.ts';

/** 签收. Errors: assignment.wrong-status when it was acknowledged before. */
export function acknowledge(
  state: CaseState,
  command: CaseCommandOf<'acknowledge'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'waiting');
  const facts = { assignmentId: assignment.id, onBehalf: onBehalf(assignment, context) };
  return [event('AssignmentAcknowledged', facts, { ladders: { drop: [laddersOf.acknowledge(assignment.id)] } })];
}

/** 阶段反馈: an interim report on a long case. */
export function reportInterim(
  state: CaseState,
  command: CaseCommandOf<'report-interim'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'working', 'suspended');
  const facts = { assignmentId: assignment.id, text: command.text, onBehalf: onBehalf(assignment, context) };
  return [event('InterimReported', facts, { ladders: { drop: [laddersOf.firstReport(assignment.id)] } })];
}

/** 反馈: the unit has contacted and answered the citizen, and reports. The clock stands while the center reviews. */
export function submitFeedback(
  state: CaseState,
  command: CaseCommandOf<'submit-feedback'>,
  context: DecisionContext,
): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'working');
  const { outcome, text, contactedAt, contactMethod, booksReviewAt } = command;
  ensureNear(context.now, contactedAt, booksReviewAt);
  ensure(contactedAt <= context.now, 'feedback.contact-in-future');
  ensure(contactedAt >= state.registeredAt, 'feedback.contact-before-request');
  ensure((outcome === 'on-books') === (booksReviewAt !== undefined), 'feedback.books-review-date');
  ensure(!booksReviewAt || booksReviewAt > context.now, 'feedback.books-review-date');
  const wait = waitFromNow('review', context);
  const { id, unitId } = assignment;
  const facts = {
    assignmentId: id,
    outcome,
    text,
    contactedAt,
    contactMethod,
    ...(booksReviewAt ? { booksReviewAt } : {}),
    reviewBy: wait.due,
    onBehalf: onBehalf(assignment, context),
  };
  return [
    event('FeedbackSubmitted', facts, {
      ladders: {
        hold: [laddersOf.due(id)],
        drop: [laddersOf.firstReport(id), laddersOf.extension(id)],
        set: [ladder('review', laddersOf.review(id), termOfWait(state), wait, context)],
      },
      effects: [{ code: 'task:review:dispatch', subject: laddersOf.review(id), unitId, due: wait.due }],
    }),
  ];
}

/** 审核: accepts the feedback, or sends it back; the due stays, so a late rejection is the unit's to mend at once. */
export function review(state: CaseState, command: CaseCommandOf<'review'>, context: DecisionContext): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'feedback');
  const { id } = assignment;
  const { accepted, text } = command;
  ensure(accepted || text, 'review.reason-missing');
  const facts = { assignmentId: id, accepted, ...(text ? { text } : {}) };
  if (!accepted) {
    const held = state.ladders.held[laddersOf.due(id)];
    return [
      event('FeedbackReviewed', facts, {
        ladders: { drop: [laddersOf.review(id)], ...(held ? { set: [held] } : {}) },
        effects: tellUnit(assignment, ['notice:feedback-rejected:handler'], assignment.dueAt),
      }),
    ];
  }
  const completing = completeWithout(state, id, context);
  if (!completing) {
    const drop = [...laddersOf.all(id), ...subjectsOfProposals(state, (proposal) => proposal.assignmentId === id)];
    return [event('FeedbackReviewed', facts, { ladders: { drop } })];
  }
  const { completed, drop, set, effects, after } = completing;
  return [event('FeedbackReviewed', { ...facts, completed }, { ladders: { drop, set }, effects }), ...after];
}
