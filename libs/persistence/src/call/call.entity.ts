import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { CallLine, CallOutcome } from '@hotline/domain';

/** 来电: one call as the telephone system told it, and what it came to. */
export const CallEntity = defineEntity({
  name: 'Call',
  tableName: 'call',
  properties: {
    callId: p.string().primary(),
    line: p.string().$type<CallLine>(),
    rangAt: p.datetime(3),
    answeredAt: p.datetime(3).nullable(),
    endedAt: p.datetime(3),
    callerPhone: p.string().nullable(),
    phoneKey: p.string().nullable(),
    operatorId: p.string().nullable(),
    recording: p.string().nullable(),
    outcome: p.string().$type<CallOutcome>().nullable(),
    reason: p.text().nullable(),
    caseNumber: p.string().nullable(),
    /** Of a missed call: the task to call back, which several of one number share. */
    taskId: p.uuid().nullable(),
    digest: p.string(),
  },
});
export type Call = InferEntity<typeof CallEntity>;
