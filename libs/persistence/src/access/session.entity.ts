import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A log-in that is still good; `id` is the SHA-256 of the token the browser holds. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.string().primary(),
    userId: p.string(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
  },
});
export type Session = InferEntity<typeof SessionEntity>;
