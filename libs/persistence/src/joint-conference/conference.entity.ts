import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ConferenceStatus } from '@hotline/domain';

/** A session of the joint conference, for lists. The truth is in its stream's events. */
export const ConferenceEntity = defineEntity({
  name: 'Conference',
  tableName: 'conference',
  properties: {
    id: p.string().primary(),
    month: p.string(),
    status: p.string().$type<ConferenceStatus>(),
    startsAt: p.datetime(3),
    place: p.string().length(400).nullable(),
    /** The units that see it: those invited, and those that have something to do by it. */
    unitIds: p.json<readonly string[]>(),
    items: p.integer(),
  },
});
export type Conference = InferEntity<typeof ConferenceEntity>;
