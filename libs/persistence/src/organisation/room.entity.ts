import { defineEntity, p } from '@mikro-orm/core';
import type { Room } from '@hotline/domain';

/** 室负责人: one of the center's three rooms, and who heads it. */
export const RoomEntity = defineEntity({
  name: 'Room',
  tableName: 'room',
  properties: {
    id: p.string().$type<Room>().primary(),
    headId: p.string().nullable(),
  },
});
