import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { AssignmentStatus } from '@hotline/domain';

/** One unit's duty in a case, for lists and rates. The truth is in the events. */
export const AssignmentEntity = defineEntity({
  name: 'Assignment',
  tableName: 'assignment',
  properties: {
    caseNumber: p.string().primary(),
    id: p.string().primary(),
    unitId: p.string(),
    role: p.string().$type<'lead' | 'co'>(),
    status: p.string().$type<AssignmentStatus>(),
    term: p.integer(),
    startedAt: p.datetime(3),
    acknowledgeBy: p.datetime(3),
    acknowledgedAt: p.datetime(3).nullable(),
    dueAt: p.datetime(3),
    firstReportAt: p.datetime(3).nullable(),
    feedbackAt: p.datetime(3).nullable(),
    acceptedAt: p.datetime(3).nullable(),
    subDeskId: p.string().nullable(),
  },
});
export type Assignment = InferEntity<typeof AssignmentEntity>;
