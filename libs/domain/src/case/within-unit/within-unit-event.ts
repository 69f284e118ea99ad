import type { Instant } from '../../instant.ts';
import type { ContactMethod, Outcome, TextReference } from '../case-words.ts';

/** What a handler lays before the head of his unit: the feedback as it would go out. */
export interface ProposedFeedback {
  readonly outcome: Outcome;
  readonly text: TextReference;
  readonly contactedAt: Instant;
  readonly contactMethod: ContactMethod;
  readonly booksReviewAt?: Instant;
}

/** What goes on inside a unit: for its own people and the center alone. */
export interface WithinUnitPayloads {
  /** 内部流转: from one sub-desk of the unit to another; the unit answers outward as before. Absent ids: the whole office. */
  HandedOverWithin: {
    readonly assignmentId: string;
    readonly fromSubDeskId?: string;
    readonly toSubDeskId?: string;
    readonly text?: TextReference;
  };
  /** 反馈送审: where the unit wants its head's approval before it feeds back. The term runs on. */
  FeedbackProposed: ProposedFeedback & { readonly assignmentId: string; readonly decideBy: Instant };
  /** 负责人审批: approved, it goes to the center with the next event. */
  FeedbackProposalDecided: {
    readonly assignmentId: string;
    readonly approved: boolean;
    readonly text?: TextReference;
  };
}
