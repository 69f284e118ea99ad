import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ArticleStatus } from '@hotline/domain';

/**
 * An article of the knowledge base, for lists and searches: the words of its published version, or of its draft where none
 * is. The truth is in its stream's events.
 */
export const ArticleEntity = defineEntity({
  name: 'Article',
  tableName: 'article',
  properties: {
    id: p.string().primary(),
    status: p.string().$type<ArticleStatus>(),
    /** The version whose words these are. */
    version: p.integer(),
    title: p.text(),
    question: p.text(),
    answer: p.text(),
    categoryId: p.string(),
    ownerUnitId: p.string().nullable(),
    /** The last Shanghai day, and the instant after it. */
    validUntil: p.string().nullable(),
    expiresAt: p.datetime(3).nullable(),
    publishedAt: p.datetime(3).nullable(),
    updatedAt: p.datetime(3),
    draftVersion: p.integer().nullable(),
    draftSubmitted: p.boolean(),
    doubts: p.integer(),
    /** How many calls it answered, and when the last of them was. */
    used: p.integer(),
    lastUsedAt: p.datetime(3).nullable(),
    /** Everything it says, in lower case. */
    search: p.text(),
    /** The terms of title and question, weighed; and those of everything, to be found by. */
    headTerms: p.string().columnType('tsvector'),
    terms: p.string().columnType('tsvector'),
  },
});
export type Article = InferEntity<typeof ArticleEntity>;
