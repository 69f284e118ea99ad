import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** One version of an article, kept for ever: what was read out to a citizen can be read again. */
export const ArticleVersionEntity = defineEntity({
  name: 'ArticleVersion',
  tableName: 'article_version',
  properties: {
    articleId: p.string().primary(),
    version: p.integer().primary(),
    title: p.text(),
    question: p.text(),
    answer: p.text(),
    sources: p.json<readonly string[]>(),
    categoryId: p.string(),
    ownerUnitId: p.string().nullable(),
    validUntil: p.string().nullable(),
    writtenBy: p.string(),
    writtenAt: p.datetime(3),
    publishedBy: p.string().nullable(),
    publishedAt: p.datetime(3).nullable(),
  },
});
export type ArticleVersion = InferEntity<typeof ArticleVersionEntity>;
