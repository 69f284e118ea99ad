import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** An article answered a call, in the version that was read out. */
export const ArticleUseEntity = defineEntity({
  name: 'ArticleUse',
  tableName: 'article_use',
  properties: {
    caseNumber: p.string().primary(),
    articleId: p.string().primary(),
    version: p.integer(),
    at: p.datetime(3),
    by: p.string(),
  },
});
export type ArticleUse = InferEntity<typeof ArticleUseEntity>;
