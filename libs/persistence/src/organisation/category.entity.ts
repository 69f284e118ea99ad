import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A category of requests; the tree is at most three levels deep. */
export const CategoryEntity = defineEntity({
  name: 'Category',
  tableName: 'category',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    nameEn: p.string().nullable(),
    parentId: p.string().nullable(),
    level: p.integer(),
  },
});
export type Category = InferEntity<typeof CategoryEntity>;
