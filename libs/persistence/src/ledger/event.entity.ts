import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A fact. Append-only by trigger. `canonical` is the canonical JSON that `hash` is the SHA-256 of. */
export const EventEntity = defineEntity({
  name: 'LedgerEvent',
  tableName: 'event',
  properties: {
    stream: p.string().primary(),
    number: p.integer().primary(),
    type: p.string(),
    at: p.datetime(3),
    canonical: p.text(),
    hash: p.string(),
    actionKey: p.string().nullable(),
  },
});
export type LedgerEvent = InferEntity<typeof EventEntity>;
