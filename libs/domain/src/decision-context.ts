import type { Actor } from './access/actor.ts';
import type { Instant } from './instant.ts';
import type { Policy } from './policy/policy.ts';
import type { WorkingTime } from './working-time/working-time.ts';

/** What a decision may look at beside the stream it is about: one time, the rules, and who asks. */
export interface DecisionContext {
  readonly now: Instant;
  readonly policy: Policy;
  readonly time: WorkingTime;
  readonly actor: Actor;
}
