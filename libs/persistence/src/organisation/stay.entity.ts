import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { OpenMatter } from '@hotline/domain';

/**
 * 轮岗锻炼: somebody works at the center from `fromAt` until `untilAt`; at its end his account is closed. With it stands what he
 * hands over: gathered when the list is written, confirmed by his successor.
 */
export const StayEntity = defineEntity({
  name: 'Stay',
  tableName: 'stay',
  properties: {
    id: p.uuid().primary(),
    userId: p.string(),
    fromAt: p.datetime(3),
    untilAt: p.datetime(3),
    plannedBy: p.string(),
    plannedAt: p.datetime(3),
    remindedAt: p.datetime(3).nullable(),
    successorId: p.string().nullable(),
    remarks: p.string().nullable(),
    matters: p.json<readonly OpenMatter[]>().nullable(),
    writtenBy: p.string().nullable(),
    writtenAt: p.datetime(3).nullable(),
    handedOverAt: p.datetime(3).nullable(),
    closedAt: p.datetime(3).nullable(),
  },
});
export type StayRow = InferEntity<typeof StayEntity>;
