import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** 联席会议制度: the day of every month on which the standing circle meets, and its room. One row. */
export const CircleEntity = defineEntity({
  name: 'Circle',
  tableName: 'circle',
  properties: {
    id: p.string().$type<'circle'>().primary(),
    week: p.integer().$type<1 | 2 | 3 | 4 | 5>(),
    weekday: p.integer(),
    minute: p.integer(),
    place: p.string().length(400),
    changedBy: p.string(),
    changedAt: p.datetime(3),
  },
});
export type Circle = InferEntity<typeof CircleEntity>;

/** A member of the circle: a unit of ours, or an outside body that is reached by mail. */
export const CircleMemberEntity = defineEntity({
  name: 'CircleMember',
  tableName: 'circle_member',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    unitId: p.string().nullable(),
    /** Who speaks for it. */
    contact: p.string().nullable(),
    mail: p.string().nullable(),
    position: p.integer(),
    active: p.boolean(),
  },
});
export type CircleMember = InferEntity<typeof CircleMemberEntity>;
