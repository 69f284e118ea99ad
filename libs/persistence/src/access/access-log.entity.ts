import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Who looked at what a citizen would rather keep to himself, and when. */
export const AccessLogEntity = defineEntity({
  name: 'AccessLog',
  tableName: 'access_log',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(3),
    /** Absent for a citizen who asked about his own case. */
    userId: p.string().nullable(),
    /** One of both: a case's caller, or whoever called. */
    caseNumber: p.string().nullable(),
    callId: p.string().nullable(),
    what: p.string(),
  },
});
export type AccessLog = InferEntity<typeof AccessLogEntity>;
