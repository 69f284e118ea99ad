import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A sub-desk of a unit's one office: 信访, 调解, 综治, 公调对接, 社会矫正, 12345. Its people may belong to several. */
export const SubDeskEntity = defineEntity({
  name: 'SubDesk',
  tableName: 'sub_desk',
  properties: {
    id: p.uuid().primary(),
    unitId: p.string(),
    name: p.string(),
    memberIds: p.json<readonly string[]>(),
    active: p.boolean(),
    changedBy: p.string(),
    changedAt: p.datetime(3),
  },
});
export type SubDesk = InferEntity<typeof SubDeskEntity>;
