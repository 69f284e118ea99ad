import type { Actor, Role } from '../access/actor.ts';
import { instantOf, laterOf, millisecondsOf, type Instant } from '../instant.ts';
import type { ArticleCommand, ArticleContent, ArticleEvent } from '../knowledge/article-event.ts';
import { evolveArticle, type ArticleState } from '../knowledge/article-state.ts';
import { decideArticle } from '../knowledge/decide-article.ts';
import type { Effect } from '../ledger/effect.ts';
import { nextAction } from '../ledger/ladder.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import { workingTimeOf } from '../policy/policy.ts';
import { dayIndexOf, localDayOf, type LocalDay } from '../working-time/local-day.ts';
import { MACHINE_ACTOR, person, SPEC_CALENDAR, words } from './living-case.ts';

const DAY = 86_400_000;

/** An article lived through in memory, as use cases and its workflow would. */
export class LivingArticle {
  now: Instant;
  lastEffects: readonly Effect[] = [];
  /** Who published a version, and who had written at it. */
  readonly publications: { readonly by: string; readonly authors: readonly string[] }[] = [];
  readonly #events: ArticleEvent[] = [];
  #state: ArticleState | undefined;

  constructor(now: Instant) {
    this.now = now;
  }

  get state(): ArticleState {
    if (!this.#state) throw new Error('nothing was drafted');
    return this.#state;
  }

  /** The first version, or a new one. */
  write(role: Role, content: Partial<Pick<ArticleContent, 'ownerUnitId' | 'validUntil'>> = {}): void {
    const [title, question, answer, sources] = ['t', 'q', 'a', 's'].map(words) as [never, never, never, never];
    const whole = { categoryId: 'utilities.water', title, question, answer, sources, ...content };
    this.do(role, { type: this.#state ? 'revise' : 'draft', ...whole });
  }

  do(role: Role, command: ArticleCommand): void {
    this.#take(command, person(role));
  }

  /** Time passes, and the machine acts at each rung's instant; or, after an outage, at the end alone. */
  until(to: Instant, { onlyLast = false } = {}): void {
    if (onlyLast) this.now = laterOf(this.now, to);
    for (let next = nextAction(this.state); next && next.at <= to; next = nextAction(this.state)) {
      this.now = laterOf(this.now, next.at);
      const before = this.#events.length;
      this.#take({ type: 'act', key: next.key, at: this.now }, MACHINE_ACTOR);
      if (this.#events.length === before) throw new Error(`it waits for ${next.key} and does nothing when it comes`);
    }
    this.now = laterOf(this.now, to);
  }

  /** Days go by. */
  rest(days: number): void {
    this.until(instantOf(millisecondsOf(this.now) + days * DAY));
  }

  dayAfter(days: number): LocalDay {
    return localDayOf(dayIndexOf(millisecondsOf(this.now)) + days);
  }

  #take(command: ArticleCommand, actor: Actor): void {
    const authors = this.#state?.draft?.authors ?? [];
    const context = {
      now: this.now,
      policy: DEFAULT_POLICY,
      time: workingTimeOf(DEFAULT_POLICY, SPEC_CALENDAR),
      actor,
    };
    for (const fresh of decideArticle(this.#state, command, context)) {
      const count = this.#events.length;
      const envelope = { ...fresh, stream: 'article-1', number: count + 1, at: this.now, by: actor.userId };
      const event = JSON.parse(JSON.stringify({ ...envelope, previousHash: `${count}`, hash: `${count + 1}` }));
      this.#events.push(event as ArticleEvent);
      this.#state = evolveArticle(this.#state, event as ArticleEvent);
      this.lastEffects = fresh.payload.effects ?? [];
      if (fresh.type === 'ArticleReviewed' && fresh.payload.accepted)
        this.publications.push({ by: actor.userId, authors });
    }
  }
}
