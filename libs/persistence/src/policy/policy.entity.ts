import { defineEntity, p } from '@mikro-orm/core';
import type { Policy } from '@hotline/domain';

/** A version of the rules. The highest version in force applies to cases registered from then on. */
export const PolicyEntity = defineEntity({
  name: 'Policy',
  tableName: 'policy',
  properties: {
    version: p.integer().primary(),
    rules: p.json<Policy>(),
    inForceSince: p.datetime(3).nullable(),
  },
});
