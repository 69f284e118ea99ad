import { isHeadOfUnit, isOfUnit } from '../../access/actor.ts';
import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { ensureNear } from '../../instant.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { proposeFeedback } from './proposing-feedback.ts';
import { checked } from './checking.ts';
import { completeWithout } from './completing.ts';
import { contactLadders } from './contacting.ts';
import {
  assignmentOf,
  DISPUTE,
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
  const facts = { assignmentId: assignment.id, ...onBehalf(assignment, command, context) };
  // Whoever acknowledges has the sheet.
  const drop = [laddersOf.acknowledge(assignment.id), ...(assignment.fax ? [laddersOf.fax(assignment.id)] : [])];
  const set = contactLadders(state, assignment, context);
  return [event('AssignmentAcknowledged', facts, { ladders: { drop, set } })];
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
  const facts = { assignmentId: assignment.id, text: command.text, ...onBehalf(assignment, command, context) };
  return [event('InterimReported', facts, { ladders: { drop: [laddersOf.firstReport(assignment.id)] } })];
}

/** What waits no more once the unit has fed back. */
const NO_MORE = ['contact', 'head-approval', 'first-report', 'extension', 'return-slip', 'promise'] as const;

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
  const behalf = onBehalf(assignment, command, context);
  const answer = { outcome, text, contactedAt, contactMethod, ...(booksReviewAt ? { booksReviewAt } : {}) };
  if (command.needsHead && isOfUnit(context.actor) && !isHeadOfUnit(context.actor))
    return proposeFeedback(state, assignment, answer, context);
  const wait = waitFromNow('review', context);
  const { id, unitId } = assignment;
  const facts = { assignmentId: id, ...answer, reviewBy: wait.due, ...behalf };
  return [
    event('FeedbackSubmitted', facts, {
      ladders: {
        hold: [laddersOf.due(id)],
        drop: NO_MORE.map((wait) => `${id}/${wait}`),
        set: [ladder('review', laddersOf.review(id), termOfWait(state), wait, context)],
      },
      effects: [{ code: 'task:review:dispatch', subject: laddersOf.review(id), unitId, due: wait.due }],
    }),
  ];
}

/** 审核 by the policy's check list: accepts the feedback, or sends it back; the due stays, so a late rejection is the unit's to mend at once. */
export function review(state: CaseState, command: CaseCommandOf<'review'>, context: DecisionContext): NewCaseEvent[] {
  underWay(state);
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'feedback');
  const { id } = assignment;
  const { accepted, text } = command;
  ensure(accepted || text, 'review.reason-missing');
  const checks = checked(assignment, command, context);
  const facts = { assignmentId: id, accepted, ...(checks.length > 0 ? { checks } : {}), ...(text ? { text } : {}) };
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
    const drop = [
      ...laddersOf.all(id),
      ...subjectsOfProposals(state, (proposal) => proposal.assignmentId === id),
      // Who led has done it: it is disputed no more.
      ...(state.dispute && assignment.role === 'lead' ? [DISPUTE] : []),
    ];
    return [event('FeedbackReviewed', facts, { ladders: { drop } })];
  }
  const { completed, drop, set, effects, after } = completing;
  return [event('FeedbackReviewed', { ...facts, completed }, { ladders: { drop, set }, effects }), ...after];
}
