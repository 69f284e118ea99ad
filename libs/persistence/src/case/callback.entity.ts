import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { CallbackResult, Satisfaction } from '@hotline/domain';

/** 回访: one try to hear from the citizen, and what he said. */
export const CallbackEntity = defineEntity({
  name: 'Callback',
  tableName: 'callback',
  properties: {
    caseNumber: p.string().primary(),
    number: p.integer().primary(),
    at: p.datetime(3),
    result: p.string().$type<CallbackResult>(),
    contactedByUnit: p.boolean().nullable(),
    solved: p.boolean().nullable(),
    satisfaction: p.string().$type<Satisfaction>().nullable(),
  },
});
export type Callback = InferEntity<typeof CallbackEntity>;
