import { defineEntity, p } from '@mikro-orm/core';

/** Somebody is away from `fromAt` until `untilAt`, or until he ended it. */
export const AbsenceEntity = defineEntity({
  name: 'Absence',
  tableName: 'absence',
  properties: {
    id: p.uuid().primary(),
    userId: p.string(),
    substituteId: p.string().nullable(),
    fromAt: p.datetime(3),
    untilAt: p.datetime(3),
    notedBy: p.string(),
    notedAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
  },
});
