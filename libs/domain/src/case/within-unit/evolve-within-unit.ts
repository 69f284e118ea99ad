import type { CaseEvent } from '../case-event.ts';
import type { CaseState } from '../case-state.ts';
import { withAssignment } from '../fold-parts.ts';
import type { WithinUnitPayloads } from './within-unit-event.ts';

type EventOf<Type extends keyof WithinUnitPayloads> = Extract<CaseEvent, { type: Type }>;

/** What a unit does among its own people makes of its duty. */
export const WITHIN_UNIT_FOLDS: {
  readonly [Type in keyof WithinUnitPayloads]: (state: CaseState, event: EventOf<Type>) => CaseState;
} = {
  HandedOverWithin: (state, { payload: { assignmentId, toSubDeskId } }) =>
    withAssignment(state, assignmentId, { subDeskId: toSubDeskId }),
  FeedbackProposed: (state, { payload }) => {
    const { assignmentId, outcome, text, contactedAt, contactMethod, booksReviewAt } = payload;
    const proposed = { outcome, text, contactedAt, contactMethod, ...(booksReviewAt ? { booksReviewAt } : {}) };
    return withAssignment(state, assignmentId, {
      feedbackProposed: proposed,
      firstContactAt: state.assignments[assignmentId]?.firstContactAt ?? contactedAt,
    });
  },
  FeedbackProposalDecided: (state, { payload: { assignmentId } }) =>
    withAssignment(state, assignmentId, { feedbackProposed: undefined }),
};
