import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { ensureNear } from '../../instant.ts';
import type { CasePayloads, NewCaseEvent } from '../case-event.ts';
import type { Outcome } from '../case-words.ts';
import type { CaseCommandOf } from '../case-command.ts';
import { openAssignments, type CaseState } from '../case-state.ts';
import { event, everySubject, inStage, ladder, tellUnit, termOfWait, waitFromNow, withdrawDraft } from './decision.ts';
import { propose } from './proposing.ts';
import { BOOKS, newTerms, toRedo } from './reopening.ts';
import { tellCallers } from './telling.ts';
import { NO_LOOK, sampleLook } from './sampling.ts';

export const SECOND_LOOK = 'second-look';

/** 重办, 复核: a redo, twice at most; then the center looks itself and a special report is proposed. */
export function afterDissatisfaction(state: CaseState, context: DecisionContext): NewCaseEvent[] {
  if (state.redos < context.policy.redosBeforeSecondLook) {
    const { terms, ladders, effects } = newTerms(state, toRedo(state), context);
    return [event('RedoOrdered', { redoNumber: state.redos + 1, terms }, { ladders: { set: ladders }, effects })];
  }
  const wait = waitFromNow('secondLook', context);
  const look = event(
    'SecondLookOrdered',
    { lookBy: wait.due },
    {
      ladders: { set: [ladder('second-look', SECOND_LOOK, termOfWait(state), wait, context)] },
      effects: [{ code: 'task:second-look:supervision', subject: SECOND_LOOK, due: wait.due }],
    },
  );
  return [look, ...propose(state, 'special-report', undefined, context)];
}

/** 复核: the center looked itself. It stands and the case closes, or it does not and waits for what the report brings. */
export function recordSecondLook(
  state: CaseState,
  command: CaseCommandOf<'record-second-look'>,
  context: DecisionContext,
): NewCaseEvent[] {
  inStage(state, 'second-look');
  const { stands, text } = command;
  if (stands) {
    const recorded = event('SecondLookRecorded', { stands, text }, { ladders: { drop: [SECOND_LOOK] } });
    return [recorded, ...closed(state, state.outcome ?? 'explained', { reason: 'second-look' }, context)];
  }
  const again = ladder('second-look', SECOND_LOOK, termOfWait(state), waitFromNow('secondLook', context), context);
  return [event('SecondLookRecorded', { stands, text }, { ladders: { drop: [SECOND_LOOK], set: [again] } })];
}

/** A decided closing: a request withdrawn, a case off the books, a second look that led nowhere. */
export function close(state: CaseState, command: CaseCommandOf<'close'>, context: DecisionContext): NewCaseEvent[] {
  ensure(state.stage !== 'declined' && state.stage !== 'merged', 'case.wrong-stage', { stage: state.stage });
  ensure(state.stage !== 'closed' || state.ladders.running[BOOKS], 'case.wrong-stage', { stage: state.stage });
  ensure(command.outcome !== 'on-books', 'close.not-on-books');
  return closed(state, command.outcome, { reason: 'decided', text: command.text }, context);
}

/** The end of a case: with everything that was still waited for, but for the review of what is on the books. */
export function closed(
  state: CaseState,
  outcome: Outcome,
  how: Pick<CasePayloads['CaseClosed'], 'reason' | 'text'>,
  context: DecisionContext,
): NewCaseEvent[] {
  const reviewAt = toRedo(state)[0]?.booksReviewAt;
  const due = reviewAt && reviewAt > context.now ? reviewAt : context.time.add(context.now, { workingDays: 1 }).at;
  const books = ladder('books', BOOKS, termOfWait(state), { start: context.now, due }, context);
  const look = how.reason === 'second-look' ? NO_LOOK : sampleLook(state, context);
  const set = [...(outcome === 'on-books' ? [books] : []), ...look.set];
  const withdrawn = openAssignments(state).flatMap((open) => tellUnit(open, ['notice:withdrawn:handler']));
  const effects = [...withdrawn, ...look.effects, ...tellCallers(state, 'citizen-closed', context)];
  const drop = everySubject(state);
  return [event('CaseClosed', { outcome, ...how }, { ladders: { drop, set }, effects }), ...withdrawDraft(state)];
}

/**
 * 挂账复查: looked at on its date and kept on the books until another. Errors: books.not-on-books, books.review-in-past,
 * books.review-too-late, and those of `ensureNear`.
 */
export function reviewBooks(
  state: CaseState,
  { reviewAt, text }: CaseCommandOf<'review-books'>,
  context: DecisionContext,
): NewCaseEvent[] {
  inStage(state, 'closed');
  ensure(state.ladders.running[BOOKS], 'books.not-on-books');
  const { now, time, policy } = context;
  ensureNear(now, reviewAt);
  const latest = time.add(now, policy.closing.booksReviewAfter).at;
  ensure(reviewAt > now, 'books.review-in-past');
  ensure(reviewAt <= latest, 'books.review-too-late', { latest });
  const set = [ladder('books', BOOKS, termOfWait(state), { start: now, due: reviewAt }, context)];
  const facts = { reviewNumber: (state.booksReviews ?? 0) + 1, reviewAt, text };
  return [event('BooksReviewed', facts, { ladders: { drop: [BOOKS], set } })];
}
