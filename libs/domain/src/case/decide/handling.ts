import { ensure } from '../../domain-error.ts';
import { laterOf } from '../../instant.ts';
import { shiftLadder } from '../../policy/build-ladder.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { activeAssignments, type AssignmentState, type CaseState } from '../case-state.ts';
import { callbackLadder } from './closing.ts';
import { assignmentOf, event, inStage, inStatus, ladder, laddersOf, onBehalf, termOfWait, waitFromNow, type DecisionContext } from './decision.ts';
import { INTAKE, intakeLadder } from './intake.ts';
import { overtakeProposals } from './proposing.ts';

/** 签收. Errors: assignment.wrong-status when it was acknowledged before. */
export function acknowledge(state: CaseState, command: CaseCommandOf<'acknowledge'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'assigned', 'registered');
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'waiting');
  const facts = { assignmentId: assignment.id, onBehalf: onBehalf(assignment, context) };
  return [event('AssignmentAcknowledged', facts, { ladders: { drop: [laddersOf.acknowledge(assignment.id)] } })];
}

/**
 * 退单: with the legal basis, the unit it should go to and the unit head's approval, within one working day of the
 * assignment. A designated unit cannot return.
 */
export function returnAssignment(state: CaseState, command: CaseCommandOf<'return'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'assigned');
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'waiting', 'working');
  ensure(!assignment.designated, 'assignment.designated');
  ensure(assignment.term === 1 && !assignment.feedbackAt, 'return.too-late');
  const { time, policy, now } = context;
  ensure(now <= time.add(assignment.startedAt, policy.waits.return).at, 'return.too-late');
  ensure(command.proposedUnitId !== assignment.unitId, 'return.same-unit');
  const wait = waitFromNow('ruling', context);
  const returnNumber = state.returns + 1;
  const { id, unitId } = assignment;
  const { basis, proposedUnitId, approvedBy } = command;
  return [
    event(
      'AssignmentReturned',
      { assignmentId: id, returnNumber, basis, approvedBy, ruleBy: wait.due, ...(proposedUnitId ? { proposedUnitId } : {}) },
      {
        ladders: {
          hold: [laddersOf.acknowledge(id), laddersOf.due(id), laddersOf.firstReport(id)],
          set: [ladder('ruling', laddersOf.ruling(id), termOfWait(state), wait, context)],
        },
        effects: [{ code: 'task:ruling:dispatch', subject: laddersOf.ruling(id), unitId, due: wait.due }],
      },
    ),
  ];
}

/** The center rules on a return; from the third on it can only designate (指定办理). */
export function ruleReturn(state: CaseState, command: CaseCommandOf<'rule-return'>, context: DecisionContext): NewCaseEvent[] {
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'return-pending');
  const { ruling, text } = command;
  const mustDesignate = state.returns >= context.policy.returnsBeforeDesignation;
  ensure(!mustDesignate || ruling === 'designated', 'return.must-designate', { returns: state.returns });
  const { id, unitId } = assignment;
  const told = [{ code: 'notice:return-ruled:handler' as const, subject: laddersOf.due(id), unitId }];
  if (ruling !== 'accepted') {
    const { dueAt, set } = goOn(state, assignment, context);
    const facts = { assignmentId: id, ruling, text, dueAt };
    return [event('ReturnRuled', facts, { ladders: { set, drop: [laddersOf.ruling(id)] }, effects: told })];
  }
  const leadless = !activeAssignments(state).some((other) => other.id !== id && other.role === 'lead');
  const intake = intakeLadder(termOfWait(state), context);
  return [
    event(
      'ReturnRuled',
      { assignmentId: id, ruling, text, ...(leadless ? { answerBy: waitFromNow('assignOrAnswer', context).due } : {}) },
      { ladders: { drop: [INTAKE, ...laddersOf.all(id)], ...(leadless ? { set: [intake] } : {}) }, effects: told },
    ),
  ];
}

/** The clock of a held assignment goes on: its due and its rungs move by the working time it stood. */
export function goOn(state: CaseState, assignment: AssignmentState, context: DecisionContext) {
  const stood = context.time.between(assignment.heldSince ?? context.now, context.now);
  const dueAt = laterOf(assignment.dueAt, context.time.addWorking(assignment.dueAt, stood).at);
  const set = laddersOf
    .all(assignment.id)
    .flatMap((subject) => state.ladders.held[subject] ?? [])
    .map((held) => shiftLadder(held, stood, context.time));
  return { dueAt, set };
}

/** 阶段反馈: an interim report on a long case. */
export function reportInterim(state: CaseState, command: CaseCommandOf<'report-interim'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'assigned');
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'working', 'suspended');
  const facts = { assignmentId: assignment.id, text: command.text, onBehalf: onBehalf(assignment, context) };
  return [event('InterimReported', facts, { ladders: { drop: [laddersOf.firstReport(assignment.id)] } })];
}

/** 反馈: the unit has contacted and answered the citizen, and reports. The clock stands while the center reviews. */
export function submitFeedback(state: CaseState, command: CaseCommandOf<'submit-feedback'>, context: DecisionContext): NewCaseEvent[] {
  inStage(state, 'assigned');
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'working');
  const { outcome, text, contactedAt, contactMethod, booksReviewAt } = command;
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
  const assignment = assignmentOf(state, command.assignmentId, context);
  inStatus(assignment, 'feedback');
  const { id, unitId } = assignment;
  const { accepted, text } = command;
  ensure(accepted || text, 'review.reason-missing');
  const facts = { assignmentId: id, accepted, ...(text ? { text } : {}) };
  if (!accepted) {
    const held = state.ladders.held[laddersOf.due(id)];
    return [
      event('FeedbackReviewed', facts, {
        ladders: { drop: [laddersOf.review(id)], ...(held ? { set: [held] } : {}) },
        effects: [{ code: 'notice:feedback-rejected:handler', subject: laddersOf.due(id), unitId, due: assignment.dueAt }],
      }),
    ];
  }
  const others = activeAssignments(state).filter((other) => other.id !== id);
  if (others.some((other) => other.status !== 'accepted') || state.stage !== 'assigned')
    return [event('FeedbackReviewed', facts, { ladders: { drop: laddersOf.all(id) } })];

  const lead = [assignment, ...others].find((one) => one.role === 'lead') ?? assignment;
  const wait = waitFromNow('callback', context);
  const completed = { outcome: lead.outcome ?? 'explained', callBackBy: wait.due } as const;
  const overtaken = overtakeProposals(state);
  const drop = [...laddersOf.all(id), ...overtaken.drop];
  const { ladder: set, effects } = callbackLadder(termOfWait(state), wait, context);
  const reviewed = event('FeedbackReviewed', { ...facts, completed }, { ladders: { drop, set: [set] }, effects });
  return [reviewed, ...overtaken.events];
}
