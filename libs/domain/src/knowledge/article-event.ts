import type { TextReference } from '../case/case-words.ts';
import type { Instant } from '../instant.ts';
import type { EventEnvelope, NewEvent } from '../ledger/event-envelope.ts';
import type { RungActed } from '../ledger/ladder.ts';
import type { DeadlinesMoved } from '../rules-change/move-deadlines.ts';
import type { LocalDay } from '../working-time/local-day.ts';

/** What one version of an article is. The words lie elsewhere. */
export interface ArticleContent {
  readonly categoryId: string;
  /** The unit that answers for it; absent: the center itself. */
  readonly ownerUnitId?: string;
  /** The last Shanghai day on which it is offered; absent: until somebody says otherwise. */
  readonly validUntil?: LocalDay;
  readonly title: TextReference;
  readonly question: TextReference;
  readonly answer: TextReference;
  /** Where it is written: a line for each document. */
  readonly sources: TextReference;
}

/** Until when what is published is offered; the instant at which the day after begins. */
export interface Validity {
  readonly validUntil?: LocalDay;
  readonly expiresAt?: Instant;
}

export interface ArticlePayloads {
  ArticleDrafted: { readonly rulesVersion: 1; readonly version: 1 } & ArticleContent;
  /** A new version; of a published article, which is offered as it was until the new one is published. */
  ArticleRevised: { readonly version: number } & ArticleContent;
  ArticleSubmitted: { readonly version: number; readonly reviewBy: Instant };
  ArticleReviewed: {
    readonly version: number;
    readonly accepted: boolean;
    readonly text?: TextReference;
  } & Validity;
  /** An operator says: this is not right any more. */
  ArticleDoubted: { readonly version: number; readonly text: TextReference; readonly checkBy: Instant };
  /** It was looked at and is right as it stands. */
  ArticleConfirmed: { readonly version: number; readonly text: TextReference } & Validity;
  ArticleWithdrawn: { readonly text: TextReference };
  DeadlinesMoved: DeadlinesMoved;
  RungActed: RungActed;
}
export type ArticleEventType = keyof ArticlePayloads;
export type NewArticleEvent = { [T in ArticleEventType]: NewEvent<T, ArticlePayloads[T]> }[ArticleEventType];
export type ArticleEvent = { [T in ArticleEventType]: EventEnvelope<T, ArticlePayloads[T]> }[ArticleEventType];

/** What a person, or the machine, wants of an article. Who may want it: `access/knowledge-rights.ts`. */
export type ArticleCommand =
  | ({ readonly type: 'draft' } & ArticleContent)
  | ({ readonly type: 'revise' } & ArticleContent)
  | { readonly type: 'submit' }
  | { readonly type: 'review'; readonly accepted: boolean; readonly text?: TextReference }
  | { readonly type: 'doubt'; readonly text: TextReference }
  | { readonly type: 'confirm'; readonly validUntil?: LocalDay; readonly text: TextReference }
  | { readonly type: 'withdraw'; readonly text: TextReference }
  | { readonly type: 'act'; readonly key: string; readonly at: Instant };
export type ArticleCommandType = ArticleCommand['type'];
