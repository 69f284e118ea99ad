import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A joint meeting, for lists. The truth is in its stream's events. */
export const MeetingEntity = defineEntity({
  name: 'Meeting',
  tableName: 'meeting',
  properties: {
    id: p.string().primary(),
    caseNumber: p.string(),
    status: p.string().$type<'convened' | 'held' | 'cancelled'>(),
    /** The units that see it: those invited, and those whose resolutions it made. */
    unitIds: p.json<readonly string[]>(),
    startsAt: p.datetime(3),
    place: p.string().length(400).nullable(),
    settled: p.boolean().nullable(),
    automatic: p.boolean(),
  },
});
export type Meeting = InferEntity<typeof MeetingEntity>;
