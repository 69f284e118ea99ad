import type { DecisionContext } from '../decision-context.ts';
import { ensure } from '../domain-error.ts';
import { ensureNear, instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { actOnRung } from '../ledger/act.ts';
import type { Effect, EffectCode } from '../ledger/effect.ts';
import { withConsequences, type Consequences } from '../ledger/event-envelope.ts';
import type { Ladder } from '../ledger/ladder.ts';
import { buildLadder } from '../policy/build-ladder.ts';
import { dayIndexOf, localDayOf, startOfDay, type LocalDay } from '../working-time/local-day.ts';
import type {
  ArticleCommand,
  ArticleCommandType,
  ArticleContent,
  ArticleEventType,
  ArticlePayloads,
  NewArticleEvent,
  Validity,
} from './article-event.ts';
import { CHECK, REVIEW, REVISION, VALIDITY, type ArticleState, type PublishedArticle } from './article-state.ts';

type Command<Type extends ArticleCommandType> = Extract<ArticleCommand, { type: Type }>;

/**
 * What a command means for an article of the knowledge base; DomainError when a rule is not met. A version is published
 * by a second person, never by one who wrote at it.
 */
export function decideArticle(
  state: ArticleState | undefined,
  command: ArticleCommand,
  context: DecisionContext,
): NewArticleEvent[] {
  if (command.type === 'draft') {
    ensure(!state, 'article.already-there');
    const { type: _, ...content } = command;
    const pinned = { rulesVersion: 1, version: 1 } as const;
    return [event('ArticleDrafted', { ...pinned, ...checked(content, context) })];
  }
  ensure(state, 'article.not-found');
  switch (command.type) {
    case 'revise':
      return revise(state, command, context);
    case 'submit':
      return submit(state, context);
    case 'review':
      return review(state, command, context);
    case 'doubt':
      return doubt(state, command, context);
    case 'confirm':
      return confirm(state, command, context);
    case 'withdraw':
      return withdraw(state, command);
    case 'act':
      return act(state, command, context);
  }
}

/** Written anew, also while it waited for its review: then it is to be submitted again. */
function revise(state: ArticleState, command: Command<'revise'>, context: DecisionContext): NewArticleEvent[] {
  const { type: _, ...content } = command;
  const payload = { version: state.version + 1, ...checked(content, context) };
  return [event('ArticleRevised', payload, { ladders: { drop: [REVIEW] } })];
}

function submit(state: ArticleState, context: DecisionContext): NewArticleEvent[] {
  const { draft } = state;
  ensure(draft, 'article.nothing-drafted');
  ensure(!draft.submitted, 'article.in-review');
  validity(draft.validUntil, context);
  const reviewBy = context.time.add(context.now, context.policy.waits.articleReview).at;
  const set = [ladder('article-review', REVIEW, state, { start: context.now, due: reviewBy }, context)];
  const effects: Effect[] = [{ code: 'task:article-review:supervision', subject: REVIEW, due: reviewBy }];
  return [
    event('ArticleSubmitted', { version: draft.version, reviewBy }, { ladders: { set, drop: [REVISION] }, effects }),
  ];
}

function review(state: ArticleState, command: Command<'review'>, context: DecisionContext): NewArticleEvent[] {
  const { draft } = state;
  ensure(draft?.submitted, 'article.not-in-review');
  ensure(!draft.authors.includes(context.actor.userId), 'article.own-review');
  const { accepted, text } = command;
  const { version } = draft;
  const words = text ? { text } : {};
  if (!accepted) {
    ensure(text, 'article.reason-missing');
    const effects: Effect[] = [{ code: 'task:article-revise:knowledge', subject: REVISION }];
    return [event('ArticleReviewed', { version, accepted, ...words }, { ladders: { drop: [REVIEW] }, effects })];
  }
  const valid = validity(draft.validUntil, context);
  const { set, drop } = whileValid(state, valid, context);
  const ladders = { set, drop: [REVIEW, CHECK, ...drop] };
  return [event('ArticleReviewed', { version, accepted, ...words, ...valid }, { ladders })];
}

/** The first to doubt makes the owner look at it; who doubts meanwhile is written down beside. */
function doubt(state: ArticleState, { text }: Command<'doubt'>, context: DecisionContext): NewArticleEvent[] {
  const published = offered(state);
  const { version } = published;
  const running = state.ladders.running[CHECK];
  const checkBy = context.time.add(context.now, context.policy.waits.articleCheck).at;
  if (running) return [event('ArticleDoubted', { version, text, checkBy })];
  const set = [ladder('article-check', CHECK, state, { start: context.now, due: checkBy }, context)];
  const effects: Effect[] = [
    { code: 'task:article-check:knowledge', subject: CHECK, ...ownerOf(published), due: checkBy },
    ...toOwner(published, ['notice:article-doubted:handler'], CHECK, checkBy),
  ];
  return [event('ArticleDoubted', { version, text, checkBy }, { ladders: { set }, effects })];
}

/** Right as it stands, and valid until another day; an expired article is offered again. */
function confirm(
  state: ArticleState,
  { validUntil, text }: Command<'confirm'>,
  context: DecisionContext,
): NewArticleEvent[] {
  const { published } = state;
  ensure(published, 'article.not-published');
  const valid = validity(validUntil, context);
  const { set, drop } = whileValid(state, valid, context);
  const ladders = { set, drop: [CHECK, ...drop] };
  return [event('ArticleConfirmed', { version: published.version, text, ...valid }, { ladders })];
}

function withdraw(state: ArticleState, { text }: Command<'withdraw'>): NewArticleEvent[] {
  ensure(state.status !== 'withdrawn', 'article.withdrawn-before');
  return [event('ArticleWithdrawn', { text }, { ladders: { drop: [REVIEW, REVISION, CHECK, VALIDITY] } })];
}

function act(state: ArticleState, { key, at }: Command<'act'>, context: DecisionContext): NewArticleEvent[] {
  ensureNear(context.now, at);
  const happening = actOnRung(state.ladders, key, at, context.time);
  if (!happening) return [];
  const { acted } = happening;
  const { published } = state;
  const due = acted.subject === VALIDITY ? published?.expiresAt : undefined;
  const effects = toOwner(published, happening.effects, acted.subject, due);
  return [{ ...event('RungActed', acted, { effects }), actionKey: happening.key }];
}

function offered(state: ArticleState): PublishedArticle {
  ensure(state.published && !state.published.expired, 'article.not-published');
  return state.published;
}

const ownerOf = (owned: { readonly ownerUnitId?: string } | undefined) =>
  owned?.ownerUnitId ? { unitId: owned.ownerUnitId } : {};

/** Consequences for the unit that owns it; the center's own articles are its shift leader's. */
function toOwner(
  owned: { readonly ownerUnitId?: string } | undefined,
  codes: readonly EffectCode[],
  subject: string,
  due?: Instant,
): Effect[] {
  const told = (code: EffectCode) =>
    owned?.ownerUnitId ? code : (code.replace(/^(notice:.+):handler$/, '$1:shift-leader') as EffectCode);
  return codes.map((code) => ({ code: told(code), subject, ...ownerOf(owned), ...(due ? { due } : {}) }));
}

function checked(content: ArticleContent, context: DecisionContext): ArticleContent {
  validity(content.validUntil, context);
  return content;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const MILLISECONDS_OF_DAY = 86_400_000;

/** A last day and the instant after it. Errors: article.bad-day, article.valid-until-past, instant.too-far. */
function validity(validUntil: LocalDay | undefined, { now }: DecisionContext): Validity {
  if (validUntil === undefined) return {};
  const index = DAY.test(validUntil) ? Date.parse(`${validUntil}T00:00:00.000Z`) / MILLISECONDS_OF_DAY : Number.NaN;
  ensure(Number.isInteger(index) && localDayOf(index) === validUntil, 'article.bad-day', { validUntil });
  ensure(index >= dayIndexOf(millisecondsOf(now)), 'article.valid-until-past', { validUntil });
  const expiresAt = instantOf(startOfDay(index + 1));
  ensureNear(now, expiresAt);
  return { validUntil, expiresAt };
}

/** The owner is reminded some working days before the last day is over, where it lies as far ahead as that. */
function whileValid(
  state: ArticleState,
  { expiresAt }: Validity,
  context: DecisionContext,
): { readonly set: readonly Ladder[]; readonly drop: readonly string[] } {
  if (!expiresAt) return { set: [], drop: [VALIDITY] };
  const { time, now, policy } = context;
  const ahead = time.between(now, time.add(now, policy.waits.articleReminder).at);
  const untilReminder = time.between(now, expiresAt) - ahead;
  const start = untilReminder > 0 ? time.addWorking(now, untilReminder).at : now;
  const wait = ladder('article-validity', VALIDITY, state, { start, due: expiresAt }, context);
  const rungs = untilReminder > 0 ? wait.rungs : wait.rungs.filter(({ at }) => at >= expiresAt);
  return { set: [{ ...wait, rungs }], drop: [] };
}

/** A wait that may come again has the number of the event that begins it for its term, so it only rises. */
function ladder(
  name: 'article-review' | 'article-check' | 'article-validity',
  subject: string,
  state: ArticleState,
  wait: { readonly start: Instant; readonly due: Instant },
  context: DecisionContext,
): Ladder {
  return buildLadder(name, { subject, term: state.head.number + 1, now: context.now }, wait, context);
}

function event<T extends ArticleEventType>(
  type: T,
  payload: ArticlePayloads[T],
  consequences: Consequences = {},
): NewArticleEvent {
  return { type, payload: withConsequences(payload, consequences) } as NewArticleEvent;
}
