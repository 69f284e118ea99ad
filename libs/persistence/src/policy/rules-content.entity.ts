import { defineEntity, p } from '@mikro-orm/core';
import type { Policy } from '@hotline/domain';

/** A day as somebody wants it; `ordinary` is what its weekday makes it. */
export interface WantedDay {
  readonly day: string;
  readonly kind: 'holiday' | 'workday' | 'ordinary';
  readonly name?: string;
}

/** What a change of the rules says: a policy but for its version, or days. */
export type RulesContent = { readonly policy: Omit<Policy, 'version'> } | { readonly days: readonly WantedDay[] };

/** What was written of a change, in each of its versions; an event names it by its SHA-256. */
export const RulesContentEntity = defineEntity({
  name: 'RulesContent',
  tableName: 'rules_content',
  properties: {
    changeId: p.string().primary(),
    version: p.integer().primary(),
    content: p.json<RulesContent>(),
    digest: p.string(),
    writtenBy: p.string(),
    writtenAt: p.datetime(3),
  },
});
