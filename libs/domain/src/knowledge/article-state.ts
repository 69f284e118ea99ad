import { climb, NO_LADDERS, type Ladders, type RungActed } from '../ledger/ladder.ts';
import { standingAt } from '../ledger/standing-at.ts';
import { UnknownEvent } from '../ledger/unknown-event.ts';
import type { ArticleContent, ArticleEvent, Validity } from './article-event.ts';

export const ARTICLE_STATUSES = ['draft', 'in-review', 'published', 'expired', 'withdrawn'] as const;
/** 草稿, 审核中, 已发布, 已过期, 已撤下. A published article stays so while a new version of it is written and reviewed. */
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

/** The waits of an article. */
export const REVIEW = 'review';
export const REVISION = 'revision';
export const CHECK = 'check';
export const VALIDITY = 'validity';
/** The rung at which the last day is over. */
export const EXPIRED = 'expired';

type Standing = Pick<ArticleContent, 'categoryId' | 'ownerUnitId' | 'validUntil'>;

/** A version that is not published yet. */
export interface ArticleDraft extends Standing {
  readonly version: number;
  readonly submitted: boolean;
  /** Everybody who wrote at it since the last publication: none of them reviews it. */
  readonly authors: readonly string[];
}

export interface PublishedArticle extends Standing, Validity {
  readonly version: number;
  /** Its last day is over: no longer offered. */
  readonly expired: boolean;
  /** How many doubted it since it was last looked at. */
  readonly doubts: number;
}

export interface ArticleState {
  readonly articleId: string;
  readonly head: { readonly number: number; readonly hash: string };
  readonly rulesVersion: 1;
  readonly status: ArticleStatus;
  /** The newest version's number. */
  readonly version: number;
  readonly draft?: ArticleDraft;
  readonly published?: PublishedArticle;
  readonly ladders: Ladders;
}

/** The article after one more event; throws on an unknown type. */
export function evolveArticle(state: ArticleState | undefined, event: ArticleEvent): ArticleState {
  const folded = fold(state, event);
  return standingAt({ ...folded, status: statusOf(folded) }, event);
}

function fold(state: ArticleState | undefined, event: ArticleEvent): ArticleState {
  if (event.type === 'ArticleDrafted') {
    const { rulesVersion, version } = event.payload;
    const head = { number: event.number, hash: event.hash };
    const draft = draftOf(event.payload, [event.by]);
    return {
      articleId: event.stream,
      head,
      rulesVersion,
      status: 'draft',
      version,
      draft,
      ladders: NO_LADDERS,
    };
  }
  if (!state) throw new Error(`an article begins with ArticleDrafted, not ${event.type}`);
  switch (event.type) {
    case 'ArticleRevised': {
      const authors = [...new Set([...(state.draft?.authors ?? []), event.by])];
      return { ...state, version: event.payload.version, draft: draftOf(event.payload, authors) };
    }
    case 'ArticleSubmitted':
      return { ...state, ...(state.draft ? { draft: { ...state.draft, submitted: true } } : {}) };
    case 'ArticleReviewed':
      return reviewed(state, event.payload);
    case 'ArticleDoubted':
      return onPublished(state, ({ doubts }) => ({ doubts: doubts + 1 }));
    case 'ArticleConfirmed': {
      const { validUntil, expiresAt } = event.payload;
      return onPublished(state, () => ({ validUntil, expiresAt, expired: false, doubts: 0 }));
    }
    case 'ArticleWithdrawn': {
      const { draft: _, published: __, ...rest } = state;
      return rest;
    }
    case 'DeadlinesMoved':
      return state;
    case 'RungActed': {
      const climbed = { ...state, ladders: climb(state.ladders, event.payload) };
      return isExpiry(event.payload) ? onPublished(climbed, () => ({ expired: true })) : climbed;
    }
    default:
      throw new UnknownEvent(event);
  }
}

function draftOf(content: { readonly version: number } & Standing, authors: readonly string[]): ArticleDraft {
  return { version: content.version, ...standingOf(content), submitted: false, authors };
}

function standingOf({ categoryId, ownerUnitId, validUntil }: Standing): Standing {
  return { categoryId, ...(ownerUnitId ? { ownerUnitId } : {}), ...(validUntil ? { validUntil } : {}) };
}

function reviewed(state: ArticleState, review: { readonly accepted: boolean } & Validity): ArticleState {
  const { draft, ...rest } = state;
  if (!draft) throw new Error(`nothing of ${state.articleId} was to be reviewed`);
  if (!review.accepted) return { ...state, draft: { ...draft, submitted: false } };
  const { expiresAt } = review;
  const published = {
    version: draft.version,
    ...standingOf(draft),
    ...(expiresAt ? { expiresAt } : {}),
    expired: false,
    doubts: 0,
  };
  return { ...rest, published };
}

function onPublished(
  state: ArticleState,
  change: (published: PublishedArticle) => { [Key in keyof PublishedArticle]?: PublishedArticle[Key] | undefined },
): ArticleState {
  if (!state.published) return state;
  const changed = Object.entries({ ...state.published, ...change(state.published) });
  // An absent member and one that is undefined would not be the same state once it was stored.
  const published = Object.fromEntries(changed.filter(([, value]) => value !== undefined));
  return { ...state, published: published as unknown as PublishedArticle };
}

/** The last day is over, also when a higher rung has overtaken it. */
function isExpiry({ subject, rung, overtaken }: RungActed): boolean {
  return subject === VALIDITY && (rung === EXPIRED || overtaken.includes(EXPIRED));
}

function statusOf({ published, draft }: Pick<ArticleState, 'published' | 'draft'>): ArticleStatus {
  if (published) return published.expired ? 'expired' : 'published';
  if (draft) return draft.submitted ? 'in-review' : 'draft';
  return 'withdrawn';
}
