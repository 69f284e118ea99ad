import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A day that differs from Monday-to-Friday, `2026-02-17`. */
export const HolidayEntity = defineEntity({
  name: 'Holiday',
  tableName: 'holiday',
  properties: {
    day: p.string().primary(),
    kind: p.string().$type<'holiday' | 'workday'>(),
    name: p.string(),
  },
});
export type Holiday = InferEntity<typeof HolidayEntity>;
